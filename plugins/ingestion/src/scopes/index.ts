export { ScopesPanel } from './ScopesPanel';
