import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  CONTROL_TYPES,
  ControlType,
  COVERAGE_STATES,
  CoverageCounts,
  CoverageKind,
  CoverageMap,
  CoverageQuery,
  EntityCoverage,
  findingReadPermission,
  Page,
  PlatformCoverage,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { toControlCoverage, toEvidenceState } from '../coverage/toFacts';
import {
  CoverageCount,
  CoverageFilter,
  CoverageMapStore,
  ListedCoverage,
} from '../store/CoverageMapStore';
import { Cursors } from './cursor';

const DEFAULT_LIMIT = 50;
const MOST_COUNTED = 10_000;

export interface CoverageMapServiceOptions {
  cursors: Cursors;
  coverageMap: CoverageMapStore;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  /** For how many days a list of components counts as current. */
  sbomDays: number;
  clock: () => Date;
}

/** Platform by control, and the components behind each number. */
export class CoverageMapService {
  readonly #options: CoverageMapServiceOptions;

  constructor(options: CoverageMapServiceOptions) {
    this.#options = options;
  }

  async map(credentials: BackstageCredentials): Promise<CoverageMap> {
    const { clock, coverageMap } = this.#options;
    const asOf = clock().getTime();
    const { filter, isLowerBound } = await this.#visible(credentials, asOf);
    const counts = await coverageMap.count(filter);
    const sboms = await coverageMap.count({ ...filter, control: 'sbom' });
    const platforms = toPlatforms(counts, sboms);
    const titles = await coverageMap.titles(
      platforms.flatMap(({ platformRef }) => platformRef ?? []),
    );
    return {
      platforms: platforms
        .map(platform => ({
          ...platform,
          title: platform.platformRef && titles.get(platform.platformRef),
        }))
        .sort(byName),
      entities: platforms.reduce((sum, { entities }) => sum + entities, 0),
      ...(isLowerBound && { isLowerBound }),
      asOf: new Date(asOf).toISOString(),
    };
  }

  async list(
    credentials: BackstageCredentials,
    query: CoverageQuery,
  ): Promise<Page<EntityCoverage>> {
    const { clock, coverageMap } = this.#options;
    const { cursor, limit = DEFAULT_LIMIT, ...list } = query;
    const asOf = clock().getTime();
    const visible = await this.#visible(credentials, asOf);
    const filter: CoverageFilter = {
      ...visible.filter,
      control: list.control,
      platform: list.platform,
      states: list.state,
    };
    const place = cursor
      ? this.#options.cursors.decode(cursor, ['coverage', list])
      : undefined;
    const position = place && String(place.position[0]);
    const backwards = place?.backwards ?? false;
    const found = await coverageMap.list(
      filter,
      backwards ? { before: position, limit } : { after: position, limit },
    );
    const more = found.length > limit;
    const rows = found.slice(0, limit);
    if (backwards) {
      rows.reverse();
    }
    const total = await coverageMap.total(filter, MOST_COUNTED);
    const cursorAt = (row: ListedCoverage | undefined, back: boolean) =>
      row &&
      this.#options.cursors.encode(
        { position: [row.entityRef], backwards: back },
        ['coverage', list],
      );
    return {
      items: rows.map(row => toEntityCoverage(row, list.control, asOf)),
      totalItems: Math.min(total, MOST_COUNTED),
      ...((visible.isLowerBound || total > MOST_COUNTED) && {
        totalIsLowerBound: true,
      }),
      pageInfo: {
        nextCursor:
          backwards || more ? cursorAt(rows.at(-1), false) : undefined,
        prevCursor: (backwards ? more : place !== undefined)
          ? cursorAt(rows.at(0), true)
          : undefined,
      },
    };
  }

  /** One decision for all; the catalog is asked in one batch where it decides. */
  async #visible(
    credentials: BackstageCredentials,
    asOf: number,
  ): Promise<{ filter: CoverageFilter; isLowerBound: boolean }> {
    const { access, catalogVisibility, coverageMap, sbomDays } = this.#options;
    const visibility = await access.visible(credentials, findingReadPermission);
    const mode = await catalogVisibility.mode(credentials);
    if (visibility.kind === 'none' || mode === 'none') {
      throw new NotAllowedError('You may not see what scanners report');
    }
    if (mode === 'all') {
      return { filter: { visibility, asOf, sbomDays }, isLowerBound: false };
    }
    const refs = await coverageMap.listEntities(visibility, MOST_COUNTED + 1);
    const seen = await catalogVisibility.filter(
      credentials,
      refs.slice(0, MOST_COUNTED),
    );
    return {
      filter: { visibility, entityRefs: [...seen], asOf, sbomDays },
      isLowerBound: refs.length > MOST_COUNTED,
    };
  }
}

function noCounts(): CoverageCounts {
  return Object.fromEntries(
    COVERAGE_STATES.map(state => [state, 0]),
  ) as CoverageCounts;
}

function toPlatforms(
  counts: CoverageCount[],
  sboms: CoverageCount[],
): PlatformCoverage[] {
  return [...Map.groupBy(counts, ({ platformRef }) => platformRef)].map(
    ([platformRef, ofPlatform]) => {
      const controls = Object.fromEntries(
        CONTROL_TYPES.map(type => [type, noCounts()]),
      ) as Record<ControlType, CoverageCounts>;
      for (const { controlType, count, state } of ofPlatform) {
        if (controlType !== 'sbom') {
          controls[controlType][state] += count;
        }
      }
      const sbom = noCounts();
      for (const { count, platformRef: ref, state } of sboms) {
        sbom[state] += ref === platformRef ? count : 0;
      }
      // Every component has every control, in one state or another.
      const [first] = CONTROL_TYPES;
      return {
        platformRef,
        entities: Object.values(controls[first]).reduce((a, b) => a + b, 0),
        controls,
        sbom,
      };
    },
  );
}

/** Components without a platform come last. */
function byName(one: PlatformCoverage, other: PlatformCoverage): number {
  const nameOf = ({ platformRef, title }: PlatformCoverage) =>
    title ?? platformRef ?? '\uffff';
  return nameOf(one).localeCompare(nameOf(other), 'en-GB');
}

function toEntityCoverage(
  row: ListedCoverage,
  control: CoverageKind,
  asOf: number,
): EntityCoverage {
  return {
    entityRef: row.entityRef,
    title: row.title,
    ownerRef: row.ownerRef,
    platformRef: row.platformRef,
    ...(control === 'sbom'
      ? {
          controlType: control,
          ...toEvidenceState(row.coverage, row.expectation, asOf),
        }
      : toControlCoverage(control, row.coverage, row.expectation, asOf)),
  };
}
