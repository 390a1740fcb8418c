import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ADVISORY_BUCKETS,
  AdvisoryBucket,
  AdvisoryFindings,
  AdvisorySearchItem,
  AdvisorySearchPage,
  AdvisorySearchQuery,
  FindingStatus,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { identifyComponent } from '@synchrony/report-parsers';
import { advisoryBucketOf, componentBucketOf } from '../inventory/bucketOf';
import { KnownVersions } from '../inventory/KnownVersions';
import { DAY_MS, NEVER } from '../sla';
import { AdvisoryStore, FoundFinding } from '../store/AdvisoryStore';
import { InventorySearchStore } from '../store/InventorySearchStore';
import { addTo, answersOf, ComponentMatches } from './ComponentMatches';
import { Cursors } from './cursor';
import { InventoryUniverse } from './InventoryUniverse';
import {
  requireComplete,
  Sorted,
  toExportPages,
  toSearchItem,
  toSearchPage,
} from './searchPage';

const MOST_FINDINGS = 50_000;

export interface AdvisorySearchOptions {
  cursors: Cursors;
  universe: InventoryUniverse;
  matches: ComponentMatches;
  inventorySearch: InventorySearchStore;
  advisories: AdvisoryStore;
  /** Days for which a list of components counts as current. */
  days: number;
  clock: () => Date;
}

/**
 * Whom an advisory concerns. Which packages and versions it is about is learnt
 * from the findings that name it, of what the caller may see.
 */
export class AdvisorySearchService {
  readonly #options: AdvisorySearchOptions;

  constructor(options: AdvisorySearchOptions) {
    this.#options = options;
  }

  async search(
    credentials: BackstageCredentials,
    id: string,
    query: AdvisorySearchQuery,
  ): Promise<AdvisorySearchPage> {
    const found = await this.#find(credentials, id);
    const { cursor, limit, ...list } = query;
    return {
      isKnown: found.isKnown,
      ...toSearchPage(
        found.sorted,
        {
          cursors: this.#options.cursors,
          buckets: ADVISORY_BUCKETS,
          bucket: query.bucket ?? 'open',
          ownedBy: query.ownedBy,
          list: ['advisories', { id, ...list }],
          cursor,
          limit,
        },
        found.toItem,
      ),
      packages: found.packages,
      ...(found.isLowerBound && { isLowerBound: true }),
      asOf: new Date(found.now).toISOString(),
    };
  }

  /** All that a search finds, in every bucket, as it is at this moment. */
  async *pages(
    credentials: BackstageCredentials,
    id: string,
  ): AsyncGenerator<AdvisorySearchItem[]> {
    const found = await this.#find(credentials, id);
    requireComplete(found.isLowerBound);
    yield* toExportPages(found.sorted, ADVISORY_BUCKETS, found.toItem);
  }

  async #find(credentials: BackstageCredentials, id: string) {
    const { advisories, clock, days, inventorySearch, matches } = this.#options;
    const now = clock().getTime();
    const staleBefore = now - days * DAY_MS;
    const universe = await this.#options.universe.read(credentials);
    const listed = await advisories.listByAdvisory(
      id,
      universe.reach,
      MOST_FINDINGS + 1,
    );
    const byEntity = new Map<string, FoundFinding[]>();
    const known = new KnownVersions();
    for (const finding of listed.slice(0, MOST_FINDINGS)) {
      if (universe.entities.has(finding.entityRef)) {
        addTo(byEntity, finding.entityRef, finding);
        const identity = identityOf(finding);
        if (identity) {
          known.add(identity, identity.version, finding.fixedVersions);
        }
      }
    }
    const packages = await inventorySearch.listPackages(known.identities);
    const found = await matches.find(universe, packages, (item, version) =>
      known.judge(item, version),
    );
    const sorted: Sorted<AdvisoryBucket>[] = [
      ...universe.entities.values(),
    ].map(entity => ({
      entity,
      bucket: advisoryBucketOf(
        statusesOf(byEntity.get(entity.entityRef)),
        componentBucketOf(
          answersOf(found.byEntity.get(entity.entityRef)),
          entity,
          staleBefore,
        ),
        known.identities.length > 0,
      ),
    }));
    return {
      sorted,
      toItem: (each: Sorted<AdvisoryBucket>): AdvisorySearchItem => {
        const findings = byEntity.get(each.entity.entityRef);
        return {
          ...toSearchItem(
            each,
            [
              ...(findings ?? []).flatMap(toMatch),
              ...(found.byEntity.get(each.entity.entityRef) ?? []),
            ],
            staleBefore,
          ),
          findings: findings && toFindings(findings, now),
        };
      },
      packages: found.packages,
      isKnown: byEntity.size > 0,
      isLowerBound: universe.isLowerBound || listed.length > MOST_FINDINGS,
      now,
    };
  }
}

function identityOf(finding: FoundFinding) {
  return finding.purl || finding.componentName
    ? identifyComponent({
        purl: finding.purl,
        name: finding.componentName,
        version: finding.componentVersion,
      })
    : undefined;
}

function toMatch(finding: FoundFinding) {
  const identified = identityOf(finding);
  return identified
    ? [
        {
          package: identified.displayName,
          type: identified.type,
          version: identified.version ?? '',
          answer: 'in' as const,
          source: 'finding' as const,
          findingId: finding.id,
          status: finding.status,
          fixedVersions: finding.fixedVersions,
        },
      ]
    : [];
}

function statusesOf(
  findings: FoundFinding[] | undefined,
): Set<FindingStatus> | undefined {
  return findings && new Set(findings.map(({ status }) => status));
}

function toFindings(findings: FoundFinding[], now: number): AdvisoryFindings {
  const counts = { open: 0, resolved: 0, dismissed: 0, risk_accepted: 0 };
  let dueAt = NEVER;
  for (const finding of findings) {
    counts[finding.status] += 1;
    if (finding.status === 'open') {
      dueAt = Math.min(dueAt, finding.dueAt);
    }
  }
  const severity = Math.min(...findings.map(finding => finding.severity));
  const firstSeenAt = Math.min(...findings.map(each => each.firstSeenAt));
  return {
    counts,
    severity: SEVERITIES[severity],
    firstSeenAt: new Date(firstSeenAt).toISOString(),
    dueAt: dueAt < NEVER ? new Date(dueAt).toISOString() : undefined,
    overdue: dueAt <= now,
  };
}
