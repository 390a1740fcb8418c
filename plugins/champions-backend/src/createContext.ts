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
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { groupsOwnThemselves } from './access/groupsOwnThemselves';
import { ChampionsContext, ScopeChanges } from './context';
import { createProgrammeSource } from './createProgrammeSource';
import { AssignmentEnding } from './privacy/AssignmentEnding';
import { ErasedPeopleStore } from './store/ErasedPeopleStore';

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
  return {
    ...options,
    clock,
    entities,
    access: createEntityAccess({
      ...options,
      entities: {
        get: async refs =>
          new Map(
            [...(await entities.get(refs))].map(([ref, row]) => [
              ref,
              row && { ...row, ...groupsOwnThemselves(row) },
            ]),
          ),
      },
    }),
    catalog: createCatalogVisibility(options),
    people: new PeopleStore(),
    erasedPeople: new ErasedPeopleStore(
      options.config.getOptionalString('champions.privacy.erasureKey'),
    ),
    programme: await createProgrammeSource({ ...options, clock }),
    scopeChanges: new ScopeChanges(),
    assignmentEnding: new AssignmentEnding(),
  };
}
