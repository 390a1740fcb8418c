export { RollupCard } from './RollupCard';
export { RollupContent } from './RollupContent';
