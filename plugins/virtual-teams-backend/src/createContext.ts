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
import { TeamChanges, VirtualTeamsContext } from './context';
import { createSettingsSource } from './createSettingsSource';
import { createSkillsSource } from './createSkillsSource';
import { DeclaredGroups } from './organisation/DeclaredGroups';
import { PlaceDirectory } from './organisation/PlaceDirectory';
import { NoticeStore } from './store/NoticeStore';
import { OpenWork } from './teams/OpenWork';

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
): Promise<VirtualTeamsContext> {
  const clock = options.clock ?? (() => new Date());
  const entities = await createEntityProjection({ ...options, clock });
  const settings = await createSettingsSource({ ...options, clock });
  return {
    ...options,
    clock,
    entities,
    settings,
    skills: await createSkillsSource({ ...options, clock }),
    access: createEntityAccess({ ...options, entities }),
    catalog: createCatalogVisibility(options),
    declaredGroups: new DeclaredGroups(options),
    people: new PeopleStore(),
    places: new PlaceDirectory({ entities, settings }),
    notices: new NoticeStore(),
    teamChanges: new TeamChanges(),
    openWork: new OpenWork(),
  };
}
