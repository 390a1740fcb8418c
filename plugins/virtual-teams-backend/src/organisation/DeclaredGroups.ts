import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { VIRTUAL_TEAM_GROUP_TYPE } from '@synchrony/backstage-plugin-virtual-teams-common';
import { locationOf } from './locationOf';

/** A Group of the catalog that declares a virtual team. */
export interface DeclaredGroup {
  /** Lower-cased. */
  teamRef: string;
  title: string;
  /** `spec.virtualTeam`, as it was written. */
  virtualTeam: unknown;
  /** Where it is written; of a file on the server its name only. */
  location?: string;
  /** Who owns the Group itself, where the catalog says so. */
  ownerRefs: string[];
}

/** Groups that the portal provides declare nothing. */
function toDeclared(entity: Entity): DeclaredGroup[] {
  if (entity.spec?.virtualTeam === undefined) {
    return [];
  }
  return [
    {
      teamRef: normalizeEntityRef(stringifyEntityRef(entity)),
      title: entity.metadata.title ?? entity.metadata.name,
      virtualTeam: entity.spec.virtualTeam,
      location: locationOf(entity.metadata.annotations),
      ownerRefs: (entity.relations ?? [])
        .filter(({ type }) => type === RELATION_OWNED_BY)
        .map(({ targetRef }) => normalizeEntityRef(targetRef)),
    },
  ];
}

/** Reads the virtual teams that files of the catalog declare. */
export class DeclaredGroups {
  readonly #options: { auth: AuthService; catalog: CatalogService };

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#options = options;
  }

  /**
   * All of them.
   *
   * @throws ResponseError when the catalog does not answer to the end
   */
  async read(): Promise<DeclaredGroup[]> {
    const { auth, catalog } = this.#options;
    const groups: DeclaredGroup[] = [];
    const pages = catalog.streamEntities(
      { filter: { kind: 'Group', 'spec.type': VIRTUAL_TEAM_GROUP_TYPE } },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      groups.push(...page.flatMap(toDeclared));
    }
    return groups;
  }

  /** Some of them, by ref, as far as a reader sees them in the catalog. */
  async seenBy(
    credentials: BackstageCredentials,
    teamRefs: string[],
  ): Promise<Map<string, DeclaredGroup>> {
    const { auth, catalog } = this.#options;
    if (teamRefs.length === 0) {
      return new Map();
    }
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: teamRefs },
      {
        // A service's own token can't be passed on.
        credentials: auth.isPrincipal(credentials, 'service')
          ? await auth.getOwnServiceCredentials()
          : credentials,
      },
    );
    return new Map(
      items
        .flatMap(entity => (entity ? toDeclared(entity) : []))
        .map(group => [group.teamRef, group]),
    );
  }
}
