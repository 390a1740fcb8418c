export { NeedDialog } from './NeedDialog';
export { OfferDialog } from './OfferDialog';
export { OpenRolesList } from './OpenRolesList';
