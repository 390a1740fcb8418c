import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  DiscardAnswer,
  DiscardRequest,
  findingReadPermission,
  Quarantine,
  QuarantinedEntity,
  QuarantineQuery,
  reportReadPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { NameIndex, suggestEntity } from '../rebind/suggestEntity';
import { DAY_MS } from '../sla';
import {
  QuarantinedGroup,
  QuarantineFilter,
  QuarantineStore,
  VanishedEvidence,
} from '../store/QuarantineStore';
import { AdminAccess } from './AdminAccess';
import { Cursors } from './cursor';
import { SubmitterBindings } from './SubmitterBindings';

export const DISCARDED = 'discarded';

const DEFAULT_LIMIT = 50;
const MOST_COUNTED = 10_000;

export interface QuarantineDeskOptions {
  cursors: Cursors;
  quarantined: QuarantineStore;
  admins: AdminAccess;
  access: EntityAccess;
  bindings: SubmitterBindings;
  catalogVisibility: CatalogVisibility;
  /** Days after which reports are given up. */
  days: number;
  clock: () => Date;
}

/** What waits for entities that the catalog does not have, for people. */
export class QuarantineDesk {
  readonly #options: QuarantineDeskOptions;

  constructor(options: QuarantineDeskOptions) {
    this.#options = options;
  }

  /**
   * Who runs ingestion sees everything, who reads all reports all that waits,
   * everybody else what they sent themselves.
   */
  async list(
    credentials: BackstageCredentials,
    { cursor, limit = DEFAULT_LIMIT }: QuarantineQuery,
  ): Promise<Quarantine> {
    const { admins, quarantined } = this.#options;
    const manageable = await admins.can(credentials);
    const filter = await this.#filterFor(credentials, manageable);
    const place = cursor
      ? this.#options.cursors.decode(cursor, 'quarantine')
      : undefined;
    const found = await quarantined.list(filter, {
      limit,
      after: place && {
        since: Number(place.position[0]),
        entityRef: String(place.position[1]),
      },
    });
    const groups = found.slice(0, limit);
    const last = groups.at(-1);
    const total = await quarantined.count(filter);
    return {
      items: await this.#describe(credentials, groups, filter),
      totalItems: Math.min(total, MOST_COUNTED),
      ...(total > MOST_COUNTED && { totalIsLowerBound: true }),
      pageInfo: {
        nextCursor:
          found.length > limit && last
            ? this.#options.cursors.encode(
                { position: [last.since, last.entityRef], backwards: false },
                'quarantine',
              )
            : undefined,
      },
      manageable,
    };
  }

  async discard(
    credentials: BackstageCredentials,
    { entityRef, reason }: DiscardRequest,
  ): Promise<DiscardAnswer> {
    const { admins, clock, quarantined } = this.#options;
    await admins.require(credentials);
    const reports = await quarantined.reject(entityRef, {
      reason: DISCARDED,
      processedAt: clock().getTime(),
      error: JSON.stringify({
        name: 'NotAllowedError',
        message: `${entityRef} is not in the catalog, and its reports were discarded: ${reason}`,
      }),
    });
    if (reports === 0) {
      throw new NotFoundError(`No report waits for ${entityRef}`);
    }
    return { reports };
  }

  async #filterFor(
    credentials: BackstageCredentials,
    manageable: boolean,
  ): Promise<QuarantineFilter> {
    const { access, bindings } = this.#options;
    if (manageable) {
      return { withVanished: true };
    }
    const { kind } = await access.visible(credentials, reportReadPermission);
    return {
      withVanished: false,
      ...(kind !== 'all' && { submitter: bindings.nameOf(credentials) }),
    };
  }

  async #describe(
    credentials: BackstageCredentials,
    groups: QuarantinedGroup[],
    filter: QuarantineFilter,
  ): Promise<QuarantinedEntity[]> {
    const { access, days, quarantined } = this.#options;
    const refs = groups.map(({ entityRef }) => entityRef);
    const sources = Map.groupBy(
      await quarantined.listSources(refs, filter.submitter),
      ({ entityRef }) => entityRef,
    );
    const evidence = filter.withVanished
      ? await quarantined.readEvidence(refs)
      : new Map<string, VanishedEvidence>();
    const suggestions = filter.withVanished
      ? await this.#suggest(credentials, refs, evidence)
      : new Map<string, QuarantinedEntity['suggestion']>();
    const visibility = await access.visible(credentials, findingReadPermission);
    const mayCount = (entityRef: string) =>
      visibility.kind === 'where'
        ? visibility.matches({ entityRef })
        : visibility.kind === 'all';
    const unique = (texts: (string | undefined)[]) =>
      [...new Set(texts.filter(text => text !== undefined))].sort();
    return groups.map(({ entityRef, reports, since }) => {
      const ofEntity = sources.get(entityRef) ?? [];
      const known = evidence.get(entityRef);
      return {
        entityRef,
        reports,
        since: isoOf(since),
        ...(reports > 0 && { rejectedAt: isoOf(since + days * DAY_MS) }),
        submitters: unique(ofEntity.map(({ submitter }) => submitter)),
        tools: unique(ofEntity.map(({ tool }) => tool)),
        evidence: known && {
          ...(mayCount(entityRef) && { findings: known.findings }),
          scopes: known.scopes,
          lastScanAt: isoOf(known.lastScanAt),
        },
        suggestion: suggestions.get(entityRef),
      };
    });
  }

  /** Names only what the caller sees in the catalog. */
  async #suggest(
    credentials: BackstageCredentials,
    refs: string[],
    evidence: Map<string, VanishedEvidence>,
  ): Promise<Map<string, QuarantinedEntity['suggestion']>> {
    const { catalogVisibility, quarantined } = this.#options;
    const suggestions = new Map<string, QuarantinedEntity['suggestion']>();
    const byKind = Map.groupBy(refs, ref => parseEntityRef(ref).kind);
    for (const [kind, ofKind] of byKind) {
      const locationOf = (ref: string) => evidence.get(ref)?.sourceLocation;
      const bySource = await quarantined.listOfSources(
        kind,
        ofKind.map(locationOf).filter(location => location !== undefined),
      );
      const candidatesOf = (ref: string) =>
        bySource.get(locationOf(ref) ?? '') ?? [];
      const names = new NameIndex(
        ofKind.every(ref => candidatesOf(ref).length > 0)
          ? []
          : await quarantined.listOfKind(kind),
      );
      for (const ref of ofKind) {
        const { name } = parseEntityRef(ref);
        suggestions.set(
          ref,
          suggestEntity(name, {
            ofSameRepository: candidatesOf(ref),
            ofSameKind: names.near(name),
          }),
        );
      }
    }
    const named = [...suggestions.values()].flatMap(s => s?.entityRef ?? []);
    const visible = await catalogVisibility.filter(credentials, named);
    return new Map(
      [...suggestions].filter(([, s]) => s && visible.has(s.entityRef)),
    );
  }
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
