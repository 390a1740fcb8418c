export { StageSegments, type StageSegmentsProps } from './StageSegments';
