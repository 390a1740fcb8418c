export { ConnectEntity } from './ConnectEntity';
export { ConnectTab } from './ConnectTab';
