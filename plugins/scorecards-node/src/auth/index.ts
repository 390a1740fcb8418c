export { asOwnService } from './asOwnService';
