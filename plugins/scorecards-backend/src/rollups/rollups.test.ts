import {
  Level,
  LEVELS,
  STAGE_SHARES,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import fc from 'fast-check';
import { Hierarchy } from './Hierarchy';
import { portfolioRows } from './portfolioRows';
import { EVERYTHING, SnapshotInput, snapshotRows } from './snapshotRows';
import { StageColumn, stageColumn } from './stageWeights';
import { AggregateRow, summarise } from './summarise';

const GROUPS = ['a', 'b', 'c', 'd', 'e'].map(name => `group:default/${name}`);

function anyEntity(index: number): fc.Arbitrary<SnapshotInput> {
  return fc
    .record({
      level: fc.constantFrom<Level>(...LEVELS),
      tier: fc.constantFrom('tier-1', 'tier-2', null),
      met: fc.constantFrom(0, 1, null),
      experimental: fc.constantFrom(0, 1),
      ownerRef: fc.constantFrom(...GROUPS, null),
      weights: fc.array(fc.constantFrom(0, 2.5, 5, 10), {
        minLength: 32,
        maxLength: 32,
      }),
    })
    .map(({ weights, ...rest }) => {
      const sums = Object.fromEntries(
        STAGES.flatMap((stage, row) =>
          STAGE_SHARES.map((share, column) => [
            stageColumn(stage, share),
            weights[row * 4 + column],
          ]),
        ),
      ) as Record<StageColumn, number>;
      return {
        ...rest,
        sums,
        entityRef: `component:default/c${index}`,
        key: rest.ownerRef,
        count: 1,
        entities: Object.fromEntries(
          STAGES.map(stage => [
            stage,
            STAGE_SHARES.some(share => sums[stageColumn(stage, share)] > 0)
              ? 1
              : 0,
          ]),
        ) as AggregateRow['entities'],
      };
    });
}

const anyEntities = fc
  .integer({ min: 0, max: 12 })
  .chain(size =>
    fc.tuple(...Array.from({ length: size }, (_, index) => anyEntity(index))),
  );

/** Any relations at all, circles and several parents included. */
const anyEdges = fc.array(
  fc.record({
    child_ref: fc.constantFrom(...GROUPS),
    parent_ref: fc.constantFrom(...GROUPS),
  }),
  { maxLength: 12 },
);

function total(counts: Record<Level, number>): number {
  return LEVELS.reduce((sum, level) => sum + counts[level], 0);
}

describe('roll-ups', () => {
  it('are the sum of their rows, whichever way these are grouped before', () => {
    fc.assert(
      fc.property(anyEntities, rows => {
        const summary = summarise(rows);
        expect(summary.total).toBe(rows.length);
        expect(total(summary.levels)).toBe(rows.length);
        for (const level of LEVELS) {
          expect(summary.levels[level]).toBe(
            rows.filter(row => row.level === level).length,
          );
        }
        expect(summary.tiers.reduce((sum, tier) => sum + tier.total, 0)).toBe(
          rows.length,
        );
        expect(summary.target.met).toBe(
          rows.filter(row => row.met === 1).length,
        );
        for (const {
          entities,
          pass,
          fail,
          unknown,
          waived,
        } of summary.stages) {
          expect(pass + fail + unknown + waived).toBeCloseTo(
            entities > 0 ? 100 : 0,
          );
        }
      }),
    );
  });

  it('have every entity in one row of the portfolio, whatever the groups are like', () => {
    fc.assert(
      fc.property(
        anyEntities,
        anyEdges,
        fc.subarray(GROUPS),
        fc.subarray(GROUPS),
        fc.constantFrom('platform' as const, 'team' as const),
        (rows, edges, platforms, hidden, by) => {
          const portfolio = portfolioRows(rows, {
            by,
            nodes: GROUPS.map(ref => ({
              entity_ref: ref,
              kind: 'group',
              type: platforms.includes(ref) ? 'platform' : 'team',
              title: ref,
            })),
            hierarchy: new Hierarchy(edges),
            platformTypes: ['platform'],
            isSeen: ref => !hidden.includes(ref),
          });
          expect(portfolio.reduce((sum, row) => sum + row.total, 0)).toBe(
            rows.length,
          );
          expect(new Set(portfolio.map(row => row.ref)).size).toBe(
            portfolio.length,
          );
          for (const { ref, platformRef } of portfolio) {
            expect(hidden).not.toContain(ref);
            expect(hidden).not.toContain(platformRef);
          }
        },
      ),
    );
  });

  it('count an entity once in every group above its owner, also in circles', () => {
    fc.assert(
      fc.property(anyEntities, anyEdges, (rows, edges) => {
        const groups = new Hierarchy(edges);
        const snapshots = snapshotRows(
          rows,
          groups,
          new Hierarchy([]),
          new Map(),
        );
        const all = snapshots.find(row => row.scopeRef === EVERYTHING);
        expect(all?.total ?? 0).toBe(rows.length);
        for (const scope of GROUPS) {
          const owned = rows.filter(
            row => row.ownerRef && groups.lineage(row.ownerRef).includes(scope),
          );
          const snapshot = snapshots.find(row => row.scopeRef === scope);
          expect(snapshot?.total ?? 0).toBe(owned.length);
          expect(snapshot ? total(snapshot.levels) : 0).toBe(owned.length);
        }
      }),
    );
  });
});
