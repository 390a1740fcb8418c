import {
  CONTROL_TYPES,
  CoverageApi,
  CoverageCounts,
  CoverageMap,
  CoverageQuery,
  EntityCoverage,
  Page,
} from '@synchrony/backstage-plugin-ingestion-common';
import { ENTITY_REF, pageOf } from './fixtures';

const NONE: CoverageCounts = {
  active: 0,
  failing: 0,
  stale: 0,
  declared: 0,
  missing: 0,
  not_applicable: 0,
};

/** A row of the map, without anything but what is given. */
export function platform(
  title: string,
  controls: Partial<
    Record<(typeof CONTROL_TYPES)[number], Partial<CoverageCounts>>
  >,
) {
  return {
    platformRef: `domain:default/${title.toLowerCase()}`,
    title,
    entities: 12,
    controls: Object.fromEntries(
      CONTROL_TYPES.map(type => [type, { ...NONE, ...controls[type] }]),
    ) as CoverageMap['platforms'][number]['controls'],
    sbom: { ...NONE, active: 5, stale: 1, missing: 6 },
  };
}

/** Answers what a test sets, and keeps what was asked. */
export class FakeCoverageApi implements CoverageApi {
  map: CoverageMap = {
    platforms: [
      platform('Payments', {
        sast: { active: 8, stale: 2, missing: 1, not_applicable: 1 },
        dast: { not_applicable: 12 },
      }),
      platform('Lending', { sast: { missing: 12 } }),
    ],
    entities: 24,
    asOf: '2026-11-24T10:00:00.000Z',
  };
  entities: Page<EntityCoverage> = pageOf<EntityCoverage>([
    {
      entityRef: ENTITY_REF,
      ownerRef: 'group:default/instant-payments',
      controlType: 'sast',
      state: 'stale',
      tool: 'Semgrep',
      lastCompleteAt: '2026-10-01T10:00:00.000Z',
    },
  ]);
  error?: Error;
  readonly asked: CoverageQuery[] = [];

  async getCoverageMap() {
    if (this.error) {
      throw this.error;
    }
    return this.map;
  }

  async getCoveredEntities(query: CoverageQuery) {
    this.asked.push(query);
    return this.entities;
  }
}
