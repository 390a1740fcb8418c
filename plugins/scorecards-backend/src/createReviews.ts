import {
  AuthService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DefinitionsService } from './service/DefinitionsService';
import { OwnerDirectory } from './service/OwnerDirectory';
import { AgendaReader } from './service/reviews/AgendaReader';
import { AgendaService } from './service/reviews/AgendaService';
import { DecisionReader } from './service/reviews/DecisionReader';
import { DecisionsService } from './service/reviews/DecisionsService';
import { OpenActionsService } from './service/reviews/OpenActionsService';
import { ReviewNotifier } from './service/reviews/ReviewNotifier';
import { ReviewSignals } from './service/reviews/ReviewSignals';
import { ReviewsService } from './service/reviews/ReviewsService';
import { WaiverReader } from './service/reviews/WaiverReader';
import { CampaignScopeStore } from './store/campaigns/CampaignScopeStore';
import { HierarchyStore } from './store/HierarchyStore';
import { DecisionStore } from './store/reviews/DecisionStore';
import { ReviewItemStore } from './store/reviews/ReviewItemStore';
import { ReviewStore } from './store/reviews/ReviewStore';

export interface ReviewsOptions {
  database: Knex;
  logger: LoggerService;
  auth: AuthService;
  discovery: DiscoveryService;
  /** Plugins whose facts are read. */
  sources: string[];
  permissions: PermissionsService;
  userInfo: UserInfoService;
  notifications?: NotificationService;
  signals?: SignalsService;
  access: EntityAccess;
  /** What callers may see of the catalog. */
  visibility: CatalogVisibility;
  catalog: CatalogService;
  entities: EntityProjection;
  definitions: DefinitionsService;
  hierarchy: HierarchyStore;
  clock: () => Date;
}

export interface Reviews {
  reviews: ReviewsService;
  agenda: AgendaService;
  decisions: DecisionsService;
  openActions: OpenActionsService;
}

/** Puts the parts of scorecard reviews together. */
export function createReviews(options: ReviewsOptions): Reviews {
  const { catalog, database, visibility, ...rest } = options;
  const shared = { ...rest, catalog: visibility };
  const store = new ReviewStore(database);
  const items = new ReviewItemStore(database);
  const decisionStore = new DecisionStore(database);
  const signals = new ReviewSignals(options);
  const reader = new AgendaReader({
    ...shared,
    scope: new CampaignScopeStore(database),
    items,
  });
  const reviews = new ReviewsService({
    ...shared,
    store,
    agenda: reader,
    signals,
    notifier: new ReviewNotifier({
      ...rest,
      owners: new OwnerDirectory({ auth: rest.auth, catalog }),
      decisions: decisionStore,
    }),
  });
  const agenda = new AgendaService({
    ...shared,
    reviews,
    agenda: reader,
    store,
    items,
    signals,
  });
  const decisionReader = new DecisionReader(shared);
  return {
    reviews,
    agenda,
    openActions: new OpenActionsService({
      ...shared,
      reader: decisionReader,
      store: decisionStore,
    }),
    decisions: new DecisionsService({
      ...shared,
      reviews,
      agenda,
      reader: decisionReader,
      store: decisionStore,
      signals,
      waivers: new WaiverReader(options),
    }),
  };
}
