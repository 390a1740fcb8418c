export * from './api';
export * from './campaignMachine';
export { CampaignsClient } from './CampaignsClient';
export * from './exemptionMachine';
export * from './permissions';
export * from './transitions';
export * from './types';
