import { basename } from 'node:path';
import { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { VIRTUAL_TEAM_GROUP_TYPE } from '@synchrony/backstage-plugin-virtual-teams-common';

/** A Group of the catalog that declares a virtual team. */
export interface DeclaredGroup {
  /** Lower-cased. */
  teamRef: string;
  title: string;
  /** `spec.virtualTeam`, as it was written. */
  virtualTeam: unknown;
  /** Where it is written; of a file on the server its name only. */
  location?: string;
}

function locationOf({ metadata }: Entity): string | undefined {
  const [, type, target] =
    /^(\w+):(.+)$/.exec(metadata.annotations?.[ANNOTATION_LOCATION] ?? '') ??
    [];
  return type === 'file' ? basename(target) : target;
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
      for (const entity of page) {
        // Groups that the portal provides declare nothing.
        if (entity.spec?.virtualTeam !== undefined) {
          groups.push({
            teamRef: normalizeEntityRef(stringifyEntityRef(entity)),
            title: entity.metadata.title ?? entity.metadata.name,
            virtualTeam: entity.spec.virtualTeam,
            location: locationOf(entity),
          });
        }
      }
    }
    return groups;
  }
}
