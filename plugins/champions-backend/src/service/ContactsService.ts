import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { championReadPermission } from '@synchrony/backstage-plugin-champions-common';
import {
  CatalogVisibility,
  normalizeEntityRef,
  requirePermission,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  ContactStore,
  KeptContact,
  KeptCoverage,
  KeptVacancy,
} from '../store/ContactStore';

/** The catalog is asked about as many at a time. */
const BATCH = 500;

export interface ContactsServiceOptions {
  permissions: PermissionsService;
  catalog: CatalogVisibility;
  store: ContactStore;
}

/** Whom to ask, and where there is nobody, for assistants and scripts. */
export class ContactsService {
  readonly #options: ContactsServiceOptions;

  constructor(options: ContactsServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError for an entity that the caller may not see */
  async of(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<KeptCoverage & { entityRef: string; contacts: KeptContact[] }> {
    const { catalog, permissions, store } = this.#options;
    await requirePermission(permissions, credentials, championReadPermission);
    const entityRef = normalizeEntityRef(ref);
    const visible = await catalog.filter(credentials, [entityRef]);
    const coverage = visible.has(entityRef)
      ? await store.coverage(entityRef)
      : undefined;
    if (!coverage) {
      throw new NotFoundError(`Nothing is known of ${entityRef}`);
    }
    const { scopeRef } = coverage;
    return {
      ...coverage,
      entityRef,
      contacts: scopeRef === undefined ? [] : await store.contacts(scopeRef),
    };
  }

  /** Reads on until the page is full of groups that the caller may see. */
  async gaps(
    credentials: BackstageCredentials,
    { after, limit }: { after?: string; limit: number },
  ): Promise<{ items: KeptVacancy[]; nextCursor?: string }> {
    const { catalog, permissions, store } = this.#options;
    await requirePermission(permissions, credentials, championReadPermission);
    const found: KeptVacancy[] = [];
    let from = after;
    let isEnd = false;
    while (found.length <= limit && !isEnd) {
      const batch = await store.vacancies(from, BATCH);
      const visible = await catalog.filter(
        credentials,
        batch.map(({ scopeRef }) => scopeRef),
      );
      found.push(...batch.filter(({ scopeRef }) => visible.has(scopeRef)));
      isEnd = batch.length < BATCH;
      from = batch.at(-1)?.scopeRef ?? from;
    }
    const items = found.slice(0, limit);
    return {
      items,
      nextCursor: found.length > limit ? items.at(-1)?.scopeRef : undefined,
    };
  }
}
