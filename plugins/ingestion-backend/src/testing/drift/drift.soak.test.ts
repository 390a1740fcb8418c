import { measureDrift, totalOf } from './measureDrift';
import { OwnIdentity } from './methods';
import { readPackageSources } from './readSources';
import { ReportDetail } from './toReports';

const SOAK = process.env.SYNCHRONY_SOAK === '1';

/** Histories of their own, so that no store grows without end. */
const HISTORIES = SOAK ? 20 : 1;
const EDITS = SOAK ? 1_000 : 150;

const sources = readPackageSources(12);

function drift(detail: ReportDetail, seed: number) {
  const method = new OwnIdentity();
  return totalOf(
    measureDrift({
      sources,
      seed,
      edits: EDITS,
      detail,
      methods: [method],
    }).get(method.name)!,
  );
}

describe('findings in files that are edited', () => {
  it.each(['snippet', 'lines', 'hash'] as const)(
    'stay what they are when the report gives the %s',
    detail => {
      const total = { survivors: 0, falseNew: 0 };
      for (let seed = 1; seed <= HISTORIES; seed += 1) {
        const { edits, survivors, falseNew, falseMerges } = drift(detail, seed);
        expect(edits).toBeGreaterThanOrEqual(EDITS);
        expect(falseMerges).toBe(0);
        total.survivors += survivors;
        total.falseNew += falseNew;
      }
      expect(total.falseNew / total.survivors).toBeLessThanOrEqual(0.02);
    },
    600_000,
  );

  it('are rather new than another one when the report gives no code', () => {
    const total = { survivors: 0, falseNew: 0, falseMerges: 0 };
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const { survivors, falseNew, falseMerges } = drift('bare', seed);
      total.survivors += survivors;
      total.falseNew += falseNew;
      total.falseMerges += falseMerges;
    }
    // Two that change places can look like one line that came between them.
    expect(total.falseMerges / total.survivors).toBeLessThanOrEqual(1 / 50_000);
    expect(total.falseNew / total.survivors).toBeLessThanOrEqual(0.08);
  }, 600_000);
});
