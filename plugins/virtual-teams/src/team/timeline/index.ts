export { NextCard } from './NextCard';
export { TimelineTab } from './TimelineTab';
