import { FINDING_STATUSES } from '@synchrony/backstage-plugin-ingestion-common';
import fc from 'fast-check';
import type { FacetCell } from '../store/FindingFacetStore';
import { toFacets } from './toFacets';

const cell: fc.Arbitrary<FacetCell> = fc.record({
  status: fc.constantFrom(...FINDING_STATUSES),
  severity: fc.nat(4),
  type: fc.constantFrom('sast', 'sca', 'dast'),
  due: fc.constantFrom('overdue', 'within7Days', 'later', 'none'),
  count: fc.nat(50),
});

const HIGH = {
  status: 'open',
  severity: 1,
  type: 'sca',
  due: 'later',
} as const;

describe('facets', () => {
  it('counts a choice without what is chosen beside it', () => {
    const facets = toFacets(
      [
        { ...HIGH, count: 3 },
        { ...HIGH, severity: 0, count: 5 },
        { ...HIGH, type: 'sast', count: 7 },
        { ...HIGH, severity: 0, type: 'sast', count: 11 },
      ],
      { statuses: ['open'], severities: [1] },
    );
    expect(facets.severity).toMatchObject({ critical: 16, high: 10 });
    expect(facets.type).toMatchObject({ sca: 3, sast: 7 });
    expect(facets.status.open).toBe(10);
  });

  it('adds up to what is left, facet by facet', () => {
    fc.assert(
      fc.property(fc.array(cell), cells => {
        const facets = toFacets(cells, { statuses: ['open'], types: ['sca'] });
        const left = cells
          .filter(({ status, type }) => status === 'open' && type === 'sca')
          .reduce((sum, { count }) => sum + count, 0);
        const sum = (counts: object) =>
          Object.values(counts).reduce((all, count) => all + count, 0);
        expect(sum(facets.severity)).toBe(left);
        expect(sum(facets.due)).toBe(left);
        expect(facets.status.open).toBe(left);
        expect(facets.type.sca).toBe(left);
      }),
    );
  });
});
