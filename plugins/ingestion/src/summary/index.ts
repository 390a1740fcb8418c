export { SummaryPanel } from './SummaryPanel';
export { CoverageList } from './CoverageList';
export { StaleNote } from './StaleNote';
export { SeverityCounts } from './SeverityCounts';
export { useSummary } from './useSummary';
export { sumOf, openTotal, staleControls } from './counts';
