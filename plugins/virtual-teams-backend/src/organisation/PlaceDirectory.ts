import {
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
} from '@backstage/catalog-model';
import {
  EntityProjection,
  EntityRow,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { VIRTUAL_TEAM_GROUP_TYPE } from '@synchrony/backstage-plugin-virtual-teams-common';
import { SettingsSource } from '../settings/SettingsSource';

/** Where somebody stands in the organisation, as the catalog says. */
export interface Place {
  /** Direct groups, virtual teams left out. */
  groupRefs: string[];
  /** The first of them by name. */
  homeGroupRef?: string;
  /** The nearest platform at or above a direct group. */
  platformRef?: string;
  /** Who leads the home group: `synchrony.io/lead`, the nearest upwards. */
  leadRef?: string;
}

const LEAD_ANNOTATION = 'synchrony.io/lead';

function targetsOf(row: EntityRow | undefined, type: string): string[] {
  return (row?.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => normalizeEntityRef(targetRef))
    .sort();
}

/** Knows the groups, the platform and the lead of people. */
export class PlaceDirectory {
  readonly #options: {
    entities: Pick<EntityProjection, 'get'>;
    settings: SettingsSource;
  };

  constructor(options: {
    entities: Pick<EntityProjection, 'get'>;
    settings: SettingsSource;
  }) {
    this.#options = options;
  }

  /**
   * Places of those whom the catalog knows; the others are absent.
   *
   * @throws ServiceUnavailableError when the catalog does not answer
   */
  async of(userRefs: string[]): Promise<Map<string, Place>> {
    const users = await this.#options.entities.get(
      userRefs.map(normalizeEntityRef),
    );
    const direct = new Map(
      [...users].flatMap(([ref, row]) =>
        row ? [[ref, targetsOf(row, RELATION_MEMBER_OF)] as const] : [],
      ),
    );
    const groups = await this.#withAncestors([...direct.values()].flat());
    return new Map(
      [...direct].map(([ref, groupRefs]) => [
        ref,
        this.#place(groupRefs, groups),
      ]),
    );
  }

  #place(
    directRefs: string[],
    groups: ReadonlyMap<string, EntityRow | undefined>,
  ): Place {
    const groupRefs = directRefs.filter(
      ref => groups.get(ref)?.type !== VIRTUAL_TEAM_GROUP_TYPE,
    );
    const types = this.#options.settings.current().settings.platformGroupTypes;
    const chains = groupRefs.map(ref => upFrom(ref, groups));
    return {
      groupRefs,
      homeGroupRef: groupRefs[0],
      platformRef: chains
        .flat()
        .find(ref => types.includes(groups.get(ref)?.type ?? '')),
      leadRef: chains[0]
        ?.map(ref => groups.get(ref)?.annotations[LEAD_ANNOTATION])
        .find(lead => lead !== undefined)
        ?.toLocaleLowerCase('en-US'),
    };
  }

  async #withAncestors(
    groupRefs: string[],
  ): Promise<Map<string, EntityRow | undefined>> {
    const known = new Map<string, EntityRow | undefined>();
    let next = [...new Set(groupRefs)];
    while (next.length > 0) {
      for (const [ref, row] of await this.#options.entities.get(next)) {
        known.set(ref, row);
      }
      next = [
        ...new Set(
          next.flatMap(ref => targetsOf(known.get(ref), RELATION_CHILD_OF)),
        ),
      ].filter(ref => !known.has(ref));
    }
    return known;
  }
}

/** A group and those above it, the nearest first. A circle ends where it began. */
function upFrom(
  groupRef: string,
  groups: ReadonlyMap<string, EntityRow | undefined>,
): string[] {
  const chain = new Set([groupRef]);
  for (const ref of chain) {
    targetsOf(groups.get(ref), RELATION_CHILD_OF).forEach(parent =>
      chain.add(parent),
    );
  }
  return [...chain];
}
