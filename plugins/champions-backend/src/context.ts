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
import { AssignmentEnding } from './privacy/AssignmentEnding';
import { ProgrammeSource } from './programme/ProgrammeSource';
import { ErasedPeopleStore } from './store/ErasedPeopleStore';

/** What every part of the plugin is made of. */
export interface ChampionsContext {
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
  /** Decisions about a scope, of {@link RESOURCE_TYPE_CHAMPIONS_ENTITY}. */
  access: EntityAccess;
  catalog: CatalogVisibility;
  entities: EntityProjection;
  people: PeopleStore;
  erasedPeople: ErasedPeopleStore;
  programme: ProgrammeSource;
  scopeChanges: ScopeChanges;
  /** Has those become active who now have the level for it, after a commit. */
  activateReady?: (personIds: number[]) => Promise<void>;
  /** Filled by the part that keeps assignments. */
  assignmentEnding: AssignmentEnding;
  clock: () => Date;
}

/** A part of the plugin: its routes, and what it does by itself. */
export interface ChampionsPart {
  routes(router: Router): void;
  start?(): void;
  stop?(): Promise<void>;
}

/**
 * Tells other parts, after the commit, at which scopes assignments changed. It
 * may be lost with the process, so that listeners also look by themselves.
 */
export class ScopeChanges {
  readonly #listeners: ((scopeRefs: string[]) => Promise<void>)[] = [];

  on(listener: (scopeRefs: string[]) => Promise<void>): void {
    this.#listeners.push(listener);
  }

  async tell(scopeRefs: string[]): Promise<void> {
    for (const listener of this.#listeners) {
      await listener(scopeRefs);
    }
  }
}
