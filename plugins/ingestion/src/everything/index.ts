export { AllFindings } from './AllFindings';
