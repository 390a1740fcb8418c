import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  COMPONENT_BUCKETS,
  ComponentBucket,
  ComponentExportQuery,
  ComponentSearchPage,
  ComponentSearchQuery,
  FindingStatus,
  findingReadPermission,
  FoundPackage,
  InventoryMatch,
  InventorySearchItem,
  VersionAnswer,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { identifyComponent } from '@synchrony/report-parsers';
import { componentBucketOf } from '../inventory/bucketOf';
import {
  isLookedFor,
  namesOf,
  PackageQuery,
  parsePackageQuery,
} from '../inventory/packageQuery';
import { DAY_MS } from '../sla';
import { AdvisoryStore } from '../store/AdvisoryStore';
import {
  InventorySearchStore,
  MOST_PACKAGES,
} from '../store/InventorySearchStore';
import { isInRange, parseVersionRange, VersionRange } from '../versions';
import {
  addTo,
  answersOf,
  ComponentMatches,
  Matches,
  toFoundPackage,
} from './ComponentMatches';
import { InventoryUniverse, Universe } from './InventoryUniverse';
import { Cursors } from './cursor';
import { RequestError } from './RequestError';
import {
  requireComplete,
  Sorted,
  toExportPages,
  toSearchItem,
  toSearchPage,
} from './searchPage';

const MOST_FINDINGS = 50_000;
const MOST_SUGGESTIONS = 20;

/** What a finding that is not resolved says of its component. */
const SAYS_IT_IS_THERE: FindingStatus[] = [
  'open',
  'risk_accepted',
  'dismissed',
];

export interface ComponentSearchOptions {
  cursors: Cursors;
  universe: InventoryUniverse;
  matches: ComponentMatches;
  inventorySearch: InventorySearchStore;
  advisories: AdvisoryStore;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  /** Days for which a list counts as current. */
  days: number;
  clock: () => Date;
}

/** Who has a package in some versions. */
export class ComponentSearchService {
  readonly #options: ComponentSearchOptions;

  constructor(options: ComponentSearchOptions) {
    this.#options = options;
  }

  async search(
    credentials: BackstageCredentials,
    query: ComponentSearchQuery,
  ): Promise<ComponentSearchPage> {
    const found = await this.#find(credentials, query);
    const { cursor, limit, ...list } = query;
    return {
      ...toSearchPage(
        found.sorted,
        {
          cursors: this.#options.cursors,
          buckets: COMPONENT_BUCKETS,
          bucket: query.bucket ?? 'affected',
          ownedBy: query.ownedBy,
          list: ['components', list],
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
    query: ComponentExportQuery,
  ): AsyncGenerator<InventorySearchItem<ComponentBucket>[]> {
    const found = await this.#find(credentials, query);
    requireComplete(found.isLowerBound);
    yield* toExportPages(found.sorted, COMPONENT_BUCKETS, found.toItem);
  }

  async #find(credentials: BackstageCredentials, query: ComponentExportQuery) {
    const { clock, days, inventorySearch, matches } = this.#options;
    const wanted = parsePackageQuery(query.package);
    if (!wanted) {
      throw new RequestError(
        400,
        'package: must be a name, group:name or a package URL',
        'query.package',
      );
    }
    const range = rangeOf(query.version);
    const now = clock().getTime();
    const staleBefore = now - days * DAY_MS;
    const universe = await this.#options.universe.read(credentials);
    const named = await inventorySearch.findPackages(wanted);
    const packages = named.slice(0, MOST_PACKAGES);
    const found = await matches.find(universe, packages, (item, version) =>
      judge(range, item.type, version),
    );
    const names = [
      ...namesOf(query.package, wanted),
      ...packages.map(item => item.display_name),
    ];
    const isCut = await this.#addFindings(
      universe,
      found,
      wanted,
      names,
      range,
    );
    const sorted: Sorted<ComponentBucket>[] = [
      ...universe.entities.values(),
    ].map(entity => ({
      entity,
      bucket: componentBucketOf(
        answersOf(found.byEntity.get(entity.entityRef)),
        entity,
        staleBefore,
      ),
    }));
    return {
      sorted,
      toItem: (each: Sorted<ComponentBucket>) =>
        toSearchItem(
          each,
          found.byEntity.get(each.entity.entityRef),
          staleBefore,
        ),
      packages: found.packages,
      isLowerBound:
        universe.isLowerBound || isCut || named.length > MOST_PACKAGES,
      now,
    };
  }

  /** Nothing where only the catalog could tell of each entity: too dear for a key stroke. */
  async suggest(
    credentials: BackstageCredentials,
    q: string,
  ): Promise<{ items: FoundPackage[] }> {
    const { access, catalogVisibility, inventorySearch } = this.#options;
    const mode = await catalogVisibility.mode(credentials);
    const visibility = await access.visible(credentials, findingReadPermission);
    if (mode !== 'all' || visibility.kind === 'none') {
      return { items: [] };
    }
    const prefix = q.toLowerCase().replaceAll(':', '/');
    const rows = await inventorySearch.suggest(
      prefix,
      visibility,
      MOST_SUGGESTIONS,
    );
    return { items: rows.map(toFoundPackage) };
  }

  /**
   * A scan that reports a component says that it is there, also without a list.
   * Answers whether there are more findings than are looked through.
   */
  async #addFindings(
    { entities, reach }: Universe,
    { byEntity }: Matches,
    wanted: PackageQuery,
    names: string[],
    range: VersionRange | undefined,
  ): Promise<boolean> {
    const findings = await this.#options.advisories.listByComponent(
      [...new Set(names)],
      reach,
      MOST_FINDINGS + 1,
    );
    const told = new Set<string>();
    // Of several findings of a version the one that is open is shown.
    const worstFirst = findings
      .slice(0, MOST_FINDINGS)
      .toSorted(
        (one, other) =>
          SAYS_IT_IS_THERE.indexOf(one.status) -
          SAYS_IT_IS_THERE.indexOf(other.status),
      );
    for (const finding of worstFirst) {
      const identified = identifyComponent({
        purl: finding.purl,
        name: finding.componentName,
        version: finding.componentVersion,
      });
      const isIt =
        identified &&
        SAYS_IT_IS_THERE.includes(finding.status) &&
        entities.has(finding.entityRef) &&
        (identified.type === ''
          ? wanted.kind === 'name'
          : isLookedFor(wanted, identified));
      if (isIt) {
        const version = identified.version ?? '';
        const match: InventoryMatch = {
          package: identified.displayName,
          type: identified.type,
          version,
          answer: judge(range, identified.type, version),
          source: 'finding',
          findingId: finding.id,
          status: finding.status,
          fixedVersions: finding.fixedVersions,
        };
        const key = `${finding.entityRef} ${match.package} ${version}`;
        if (!told.has(key) && match.answer !== 'out') {
          told.add(key);
          addTo(byEntity, finding.entityRef, match);
        }
      }
    }
    return findings.length > MOST_FINDINGS;
  }
}

function rangeOf(text: string | undefined): VersionRange | undefined {
  const range = text === undefined ? undefined : parseVersionRange(text);
  if (typeof range === 'string') {
    throw new RequestError(400, `version: ${range}`, 'query.version');
  }
  return range;
}

/** Without a range every version is meant. */
function judge(
  range: VersionRange | undefined,
  type: string,
  version: string,
): VersionAnswer {
  return range ? isInRange(range, type, version) : 'in';
}
