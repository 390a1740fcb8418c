export { FindingsList } from './FindingsList';
export { StatusTag } from './StatusTag';
