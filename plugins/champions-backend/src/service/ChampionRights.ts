import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  capacityAgreePermission,
  championManagePermission,
  championReadPermission,
} from '@synchrony/backstage-plugin-champions-common';
import {
  CatalogVisibility,
  EntityAccess,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { groupsOwnThemselves } from '../access/groupsOwnThemselves';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { PeopleStore } from '../store/PeopleStore';
import { ScopeDirectory } from './ScopeDirectory';

/** Somebody who reads or changes assignments. */
export interface Reader {
  credentials: BackstageCredentials;
  /** Absent for a service. */
  userRef?: string;
  /** Absent for a service, and for people of whom nothing is kept. */
  personId?: number;
  isCaptain: boolean;
}

export interface ChampionRightsOptions {
  access: EntityAccess;
  auth: AuthService;
  catalog: CatalogVisibility;
  config: RootConfigService;
  database: Knex;
  people: PeopleStore;
  permissions: PermissionsService;
  programme: ProgrammeSource;
  userInfo: UserInfoService;
  directory: ScopeDirectory;
}

/** What callers may do with assignments. */
export class ChampionRights {
  readonly #options: ChampionRightsOptions;

  constructor(options: ChampionRightsOptions) {
    this.#options = options;
  }

  /** @throws NotAllowedError for those who lack the permission */
  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission = championReadPermission,
  ): Promise<Reader> {
    const { auth, database, people, permissions } = this.#options;
    const [asked, manage] = await permissions.authorize(
      [{ permission }, { permission: championManagePermission }],
      { credentials },
    );
    if (asked.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`${permission.name} is not granted`);
    }
    const mayManage = manage.result === AuthorizeResult.ALLOW;
    if (!auth.isPrincipal(credentials, 'user')) {
      return { credentials, isCaptain: mayManage };
    }
    const userRef = normalizeEntityRef(credentials.principal.userEntityRef);
    return {
      credentials,
      userRef,
      personId: await people.find(database, userRef),
      isCaptain: mayManage && (await this.#isCaptain(credentials)),
    };
  }

  /** As {@link ChampionRights.require}, of a person. */
  async requirePerson(
    credentials: BackstageCredentials,
  ): Promise<Reader & { userRef: string }> {
    const reader = await this.require(credentials);
    if (reader.userRef === undefined) {
      throw new NotAllowedError('Only people have assignments of their own');
    }
    return { ...reader, userRef: reader.userRef };
  }

  /** Of some scopes, those that the reader leads. */
  async leadsAmong(
    { credentials, userRef }: Reader,
    scopeRefs: string[],
  ): Promise<Set<string>> {
    const { access, directory } = this.#options;
    if (scopeRefs.length === 0) {
      return new Set();
    }
    const agreed = await access.visible(credentials, capacityAgreePermission);
    if (agreed.kind === 'all') {
      return new Set(scopeRefs);
    }
    const rows = await directory.get(scopeRefs);
    const leads = await directory.leadsOf(scopeRefs);
    return new Set(
      scopeRefs.filter(ref => {
        const scope = groupsOwnThemselves(rows.get(ref));
        return (
          (userRef !== undefined && leads.get(ref) === userRef) ||
          (agreed.kind === 'where' &&
            scope !== undefined &&
            agreed.matches(scope))
        );
      }),
    );
  }

  /** Of some entities, those that the catalog shows the reader. */
  shownAmong({ credentials }: Reader, refs: string[]): Promise<Set<string>> {
    return this.#options.catalog.filter(credentials, refs);
  }

  /** Without a policy everything is allowed; then the captains' group decides. */
  async #isCaptain(credentials: BackstageCredentials): Promise<boolean> {
    const { config, programme, userInfo } = this.#options;
    if (config.getOptionalBoolean('permission.enabled')) {
      return true;
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    return ownershipEntityRefs
      .map(normalizeEntityRef)
      .includes(normalizeEntityRef(programme.current().settings.captains));
  }
}
