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
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { DeclaredGroups } from './organisation/DeclaredGroups';
import { PlaceDirectory } from './organisation/PlaceDirectory';
import { SettingsSource } from './settings/SettingsSource';
import { SkillsSource } from './skills/SkillsSource';
import { NoticeStore } from './store/NoticeStore';
import { OpenWork } from './teams/OpenWork';

/** What every part of the plugin is made of. */
export interface VirtualTeamsContext {
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
  events?: EventsService;
  notifications?: NotificationService;
  signals?: SignalsService;
  /** Decisions about an entity that a team works on. */
  access: EntityAccess;
  catalog: CatalogVisibility;
  entities: EntityProjection;
  /** Teams that the catalog declares. */
  declaredGroups: DeclaredGroups;
  people: PeopleStore;
  places: PlaceDirectory;
  notices: NoticeStore;
  settings: SettingsSource;
  skills: SkillsSource;
  teamChanges: TeamChanges;
  /** What keeps teams from being archived. */
  openWork: OpenWork;
  clock: () => Date;
}

/** A part of the plugin: its routes, and what it does by itself. */
export interface VirtualTeamsPart {
  routes(router: Router): void;
  /** What assistants and scripts may ask, with the rights of the caller. */
  actions?(registry: ActionsRegistryService): void;
  start?(): void;
  stop?(): Promise<void>;
  /** Once what its loop does again and again. */
  round?(): Promise<void>;
}

/** Something that a part did to a team. */
export interface TeamChange {
  teamId: number;
  /** The team was archived or closed: memberships and grants end. */
  hasEnded?: boolean;
  /** The team was started: its opening is to be written down. */
  hasStarted?: boolean;
}

/**
 * Tells other parts of a change within its transaction, so that all of it
 * commits together, and again after the commit.
 */
export class TeamChanges {
  readonly #within: ((
    tx: Knex.Transaction,
    change: TeamChange,
  ) => Promise<void>)[] = [];
  readonly #after: ((change: TeamChange) => Promise<void>)[] = [];

  /** Takes part in the transaction. */
  onWithin(
    listener: (tx: Knex.Transaction, change: TeamChange) => Promise<void>,
  ): void {
    this.#within.push(listener);
  }

  /** May be lost with the process, so that listeners also look by themselves. */
  onAfter(listener: (change: TeamChange) => Promise<void>): void {
    this.#after.push(listener);
  }

  async tellWithin(tx: Knex.Transaction, change: TeamChange): Promise<void> {
    for (const listener of this.#within) {
      await listener(tx, change);
    }
  }

  async tellAfter(change: TeamChange): Promise<void> {
    for (const listener of this.#after) {
      await listener(change);
    }
  }
}
