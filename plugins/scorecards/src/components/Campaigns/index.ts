export { CampaignsPage } from './CampaignsPage';
export { EntityCampaigns } from './EntityCampaigns';
