import {
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { CampaignClock } from './service/campaigns/CampaignClock';
import { CampaignCounter } from './service/campaigns/CampaignCounter';
import { CampaignNotifier } from './service/campaigns/CampaignNotifier';
import { CampaignProgressService } from './service/campaigns/CampaignProgressService';
import { CampaignReader } from './service/campaigns/CampaignReader';
import { CampaignsService } from './service/campaigns/CampaignsService';
import { ExemptionsService } from './service/campaigns/ExemptionsService';
import { DefinitionsService } from './service/DefinitionsService';
import { CampaignScopeStore } from './store/campaigns/CampaignScopeStore';
import { CampaignSnapshotStore } from './store/campaigns/CampaignSnapshotStore';
import { CampaignStore } from './store/campaigns/CampaignStore';
import { ExemptionStore } from './store/campaigns/ExemptionStore';
import { ReminderStore } from './store/campaigns/ReminderStore';
import { DirtyStore } from './store/DirtyStore';
import { HierarchyStore } from './store/HierarchyStore';

export interface CampaignsOptions {
  database: Knex;
  config: RootConfigService;
  logger: LoggerService;
  auth: AuthService;
  permissions: PermissionsService;
  notifications?: NotificationService;
  access: EntityAccess;
  catalog: CatalogVisibility;
  entities: EntityProjection;
  definitions: DefinitionsService;
  hierarchy: HierarchyStore;
  dirty: DirtyStore;
  platformTypes: string[];
  clock: () => Date;
}

export interface Campaigns {
  campaigns: CampaignsService;
  progress: CampaignProgressService;
  exemptions: ExemptionsService;
  campaignClock: CampaignClock;
}

const DEFAULT_REMINDER_DAYS = [14, 3];

/** Puts the parts of campaigns together. */
export function createCampaigns(options: CampaignsOptions): Campaigns {
  const { config, database } = options;
  const store = new CampaignStore(database);
  const snapshots = new CampaignSnapshotStore(database);
  const reader = new CampaignReader({
    ...options,
    store: new CampaignScopeStore(database),
  });
  const counter = new CampaignCounter({ ...options, reader, snapshots });
  const notifier = new CampaignNotifier(options);
  const campaigns = new CampaignsService({
    ...options,
    store,
    snapshots,
    counter,
  });
  return {
    campaigns,
    progress: new CampaignProgressService({
      ...options,
      campaigns,
      reader,
      store,
      snapshots,
    }),
    exemptions: new ExemptionsService({
      ...options,
      campaigns,
      reader,
      store: new ExemptionStore(database),
      notifier,
    }),
    campaignClock: new CampaignClock({
      ...options,
      store,
      snapshots,
      reminders: new ReminderStore(database),
      reader,
      counter,
      notifier,
      reminderDays:
        config.getOptional<number[]>('scorecards.campaigns.reminderDays') ??
        DEFAULT_REMINDER_DAYS,
    }),
  };
}
