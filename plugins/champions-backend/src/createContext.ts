import {
  AuditorService,
  AuthService,
  DiscoveryService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  createCatalogVisibility,
  createEntityAccess,
  createEntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { ChampionsContext, ScopeChanges } from './context';
import { AssignmentEnding } from './privacy/AssignmentEnding';
import { DEFAULT_SETTINGS } from './programme/defaultSettings';
import { PeopleStore } from './store/PeopleStore';

export interface ContextOptions {
  database: Knex;
  config: RootConfigService;
  logger: LoggerService;
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  discovery: DiscoveryService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  urlReader: UrlReaderService;
  catalog: CatalogService;
  events?: EventsService;
  notifications?: NotificationService;
  signals?: SignalsService;
  clock?: () => Date;
}

/** Puts together what every part of the plugin is made of. */
export async function createContext(
  options: ContextOptions,
): Promise<ChampionsContext> {
  const clock = options.clock ?? (() => new Date());
  const entities = await createEntityProjection({ ...options, clock });
  const loadedAt = clock().toISOString();
  return {
    ...options,
    clock,
    entities,
    access: createEntityAccess({ ...options, entities }),
    catalog: createCatalogVisibility(options),
    people: new PeopleStore(),
    programme: {
      current: () => ({ settings: DEFAULT_SETTINGS, loadedAt, faults: [] }),
    },
    scopeChanges: new ScopeChanges(),
    assignmentEnding: new AssignmentEnding(),
  };
}
