export { EvidenceButton } from './EvidenceButton';
