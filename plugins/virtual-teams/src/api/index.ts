export { virtualTeamsApiRef } from './virtualTeamsApiRef';
