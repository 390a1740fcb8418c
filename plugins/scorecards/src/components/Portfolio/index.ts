export { PortfolioOverview } from './PortfolioOverview';
export { TargetTable } from './TargetTable';
export { TrendCard } from './TrendCard';
