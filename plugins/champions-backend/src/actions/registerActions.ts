import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ContactsService } from '../service/ContactsService';
import { registerListCoverageGaps } from './listCoverageGaps';
import { registerWhoIsChampion } from './whoIsChampion';

export interface ActionsOptions {
  actionsRegistry: ActionsRegistryService;
  contacts: ContactsService;
}

/**
 * What assistants and scripts may ask. Each action answers what the portal
 * shows the same caller.
 */
export function registerActions(options: ActionsOptions): void {
  registerWhoIsChampion(options);
  registerListCoverageGaps(options);
}
