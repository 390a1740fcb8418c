import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  findingReadPermission,
  findingTriagePermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { EntityStateStore } from '../store/EntityStateStore';

export interface TriageAccessOptions {
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  states: EntityStateStore;
}

/** Of which entities a caller may read, and triage, the findings. */
export class TriageAccess {
  readonly #options: TriageAccessOptions;

  constructor(options: TriageAccessOptions) {
    this.#options = options;
  }

  /** One decision a permission, whatever the number of entities. */
  async rights(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<{ read: Set<string>; triage: Set<string> }> {
    const { catalogVisibility, states } = this.#options;
    const refs = [...new Set(entityRefs)];
    const known = await states.get(refs);
    const inCatalog = await catalogVisibility.filter(
      credentials,
      refs.filter(ref => known.get(ref)?.vanished === false),
    );
    const read = await this.#among(credentials, findingReadPermission, [
      ...inCatalog,
    ]);
    const triage = await this.#among(credentials, findingTriagePermission, [
      ...read,
    ]);
    return { read, triage };
  }

  /** Of these entities, those whose findings the caller may triage. */
  triageable(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<Set<string>> {
    return this.#among(credentials, findingTriagePermission, [
      ...new Set(entityRefs),
    ]);
  }

  async #among(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    refs: string[],
  ): Promise<Set<string>> {
    const { access, entities } = this.#options;
    const visibility = await access.visible(credentials, permission);
    if (visibility.kind !== 'where') {
      return new Set(visibility.kind === 'all' ? refs : []);
    }
    const rows = await entities.get(refs);
    return new Set(
      refs.filter(entityRef =>
        visibility.matches({
          entityRef,
          ownerRef: rows.get(entityRef)?.ownerRef,
        }),
      ),
    );
  }
}
