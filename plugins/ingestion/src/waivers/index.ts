export { AcceptedUntil } from './AcceptedUntil';
export { CheckWaiver } from './CheckWaiver';
export { FindingLink } from './FindingLink';
export { RequestWaiver } from './RequestWaiver';
export { WaiverRegister } from './WaiverRegister';
export { WaiversPanel } from './WaiversPanel';
export { WaiversLine } from './WaiversLine';
