export { ThreatTags } from './ThreatTags';
