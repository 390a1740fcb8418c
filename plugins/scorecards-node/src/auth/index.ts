export { asCaller } from './asCaller';
export { asOwnService } from './asOwnService';
