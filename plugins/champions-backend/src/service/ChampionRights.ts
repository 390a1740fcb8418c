import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { capacityAgreePermission } from '@synchrony/backstage-plugin-champions-common';
import {
  CatalogVisibility,
  EntityAccess,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { groupsOwnThemselves } from '../access/groupsOwnThemselves';
import {
  Reader,
  ReaderOptions,
  requirePerson,
  requireReader,
} from '../access/requireReader';
import { ScopeDirectory } from './ScopeDirectory';

/** A reader, with the number under which something is kept of them. */
export interface KnownReader extends Reader {
  /** Absent for a service, and for people of whom nothing is kept. */
  personId?: number;
}

export interface ChampionRightsOptions extends ReaderOptions {
  access: EntityAccess;
  catalog: CatalogVisibility;
  database: Knex;
  people: PeopleStore;
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
    permission?: BasicPermission,
  ): Promise<KnownReader> {
    return this.#known(
      await requireReader(this.#options, credentials, permission),
    );
  }

  /** As {@link ChampionRights.require}, of a person. */
  async requirePerson(
    credentials: BackstageCredentials,
  ): Promise<KnownReader & { userRef: string }> {
    return this.#known(await requirePerson(this.#options, credentials));
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

  async #known<R extends Reader>(
    reader: R,
  ): Promise<R & { personId?: number }> {
    const { database, people } = this.#options;
    return reader.userRef === undefined
      ? reader
      : { ...reader, personId: await people.find(database, reader.userRef) };
  }
}
