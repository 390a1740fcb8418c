export { FindingsSection } from './FindingsSection';
export { FindingsCard } from './FindingsCard';
