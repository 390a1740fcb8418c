import { ParsedFinding } from '@synchrony/report-parsers';
import fc from 'fast-check';
import {
  codeFinding,
  codeFindings,
  componentFinding,
  spots,
} from '../tests/__testUtils__/arbitraries';
import { PureStore } from '../testing/PureStore';

const NOTHING = { new: 0, updated: 0, reopened: 0, resolved: 0 };

/** Findings in another order, some of them twice. */
function disordered(findings: ParsedFinding[]) {
  return fc
    .tuple(
      fc.shuffledSubarray(findings, {
        minLength: findings.length,
        maxLength: findings.length,
      }),
      fc.subarray(findings),
    )
    .map(([all, again]) => [...all, ...structuredClone(again)]);
}

describe('reconcile', () => {
  it('takes the same findings in any order and with duplicates as the same', () => {
    fc.assert(
      fc.property(
        spots.chain(list =>
          fc.tuple(fc.constant(list), disordered(codeFindings(list))),
        ),
        ([list, again]) => {
          const store = new PureStore();
          expect(store.scan(codeFindings(list)).new).toBe(list.length);
          expect(store.scan(again)).toMatchObject({
            ...NOTHING,
            unchanged: list.length,
          });
        },
      ),
    );
  });

  it('takes them as the same when partial scans split them', () => {
    fc.assert(
      fc.property(spots, fc.nat(20), (list, cut) => {
        const store = new PureStore();
        const findings = codeFindings(list);
        store.scan(findings);
        for (const part of [findings.slice(0, cut), findings.slice(cut)]) {
          expect(store.scan(part, { complete: false })).toMatchObject(NOTHING);
        }
        expect(store.scan(findings)).toMatchObject(NOTHING);
      }),
    );
  });

  it('keeps findings whose lines shifted, and never merges two', () => {
    fc.assert(
      fc.property(spots, fc.integer({ min: 1, max: 500 }), (list, shift) => {
        const store = new PureStore();
        store.scan(codeFindings(list));
        const before = store.openIds();
        const moved = list.map((spot, index) =>
          codeFinding(spot, 10 + index * 7 + shift),
        );
        expect(store.scan(moved)).toMatchObject({
          new: 0,
          resolved: 0,
          reopened: 0,
          updated: list.length,
        });
        expect(store.openIds()).toEqual(before);
      }),
    );
  });

  it('keeps findings of a file that was renamed when there is no doubt', () => {
    const store = new PureStore();
    const spot = { rule: 'sqli', path: 'src/a.ts', code: 'query(x)' };
    store.scan([codeFinding(spot, 4)]);
    const [id] = store.openIds();
    const renamed = codeFinding({ ...spot, path: 'src/new/a.ts' }, 9);
    expect(store.scan([renamed])).toMatchObject({ new: 0, updated: 1 });
    expect(store.openIds()).toEqual([id]);
  });

  it('takes a copy in another file for another finding', () => {
    const store = new PureStore();
    const spot = { rule: 'sqli', path: 'src/a.ts', code: 'query(x)' };
    const original = codeFinding(spot, 4);
    store.scan([original]);
    const copy = codeFinding({ ...spot, path: 'src/b.ts' }, 4);
    expect(store.scan([original, copy])).toMatchObject({
      new: 1,
      unchanged: 1,
    });
    expect(store.openIds()).toHaveLength(2);
  });

  it('does not guess when the same code moved to two files', () => {
    const store = new PureStore();
    const spot = { rule: 'sqli', path: 'src/a.ts', code: 'query(x)' };
    store.scan([codeFinding(spot, 4)]);
    const copies = ['src/b.ts', 'src/c.ts'].map(path =>
      codeFinding({ ...spot, path }, 4),
    );
    expect(store.scan(copies)).toMatchObject({ new: 2, resolved: 1 });
  });

  it('never takes other code at the same line for the same finding', () => {
    const store = new PureStore();
    const spot = { rule: 'sqli', path: 'src/a.ts', code: 'query(x)' };
    store.scan([codeFinding(spot, 4)]);
    const other = codeFinding({ ...spot, code: 'query(y)' }, 4);
    expect(store.scan([other])).toMatchObject({ new: 1, resolved: 1 });
  });

  it('follows findings without code when as many are left in a file', () => {
    const store = new PureStore();
    const at = (line: number) =>
      codeFinding({ rule: 'sqli', path: 'src/a.ts', code: '' }, line);
    store.scan([at(10), at(50)]);
    const before = store.openIds();
    expect(store.scan([at(60), at(20)])).toMatchObject({
      new: 0,
      resolved: 0,
      updated: 2,
    });
    expect(store.openIds()).toEqual(before);
    expect(store.scan([at(70), at(80), at(90)])).toMatchObject({
      new: 3,
      resolved: 2,
    });
  });

  it('leaves findings without code apart that crossed in their columns', () => {
    const store = new PureStore();
    const at = (line: number, startColumn: number) => {
      const finding = codeFinding(
        { rule: 'sqli', path: 'src/a.ts', code: '' },
        line,
      );
      finding.locations[0].startColumn = startColumn;
      return finding;
    };
    store.scan([at(10, 5), at(50, 9)]);
    // One step further in: what is left stays left.
    expect(store.scan([at(10, 7), at(50, 13)])).toMatchObject({
      new: 0,
      updated: 2,
    });
    expect(store.scan([at(11, 13), at(52, 7)])).toMatchObject({
      new: 2,
      resolved: 2,
    });
  });

  it('brings back what is gone only where no finding without code moved', () => {
    const store = new PureStore();
    const at = (line: number) =>
      codeFinding({ rule: 'sqli', path: 'src/a.ts', code: '' }, line);
    store.scan([at(12), at(40)]);
    store.scan([at(40)]);
    const [there] = store.openIds();
    // Line 12 was another one's, but what was on line 40 is there now.
    expect(store.scan([at(12)])).toMatchObject({ new: 0, reopened: 0 });
    expect(store.openIds()).toEqual([there]);
    expect(store.scan([at(12), at(70)])).toMatchObject({ new: 1 });
  });

  it('counts equal code in one file as often as it is there', () => {
    const store = new PureStore();
    const spot = { rule: 'sqli', path: 'src/a.ts', code: 'query(x)' };
    store.scan([4, 40, 80].map(line => codeFinding(spot, line)));
    expect(store.openIds()).toHaveLength(3);
    const left = [5, 41].map(line => codeFinding(spot, line));
    expect(store.scan(left)).toMatchObject({ new: 0, resolved: 1, updated: 2 });
  });

  it('keeps a finding of a component whose version changed', () => {
    const store = new PureStore();
    store.scan([
      componentFinding('CVE-2026-0001', 'left-pad', '1.0.0'),
      componentFinding('CVE-2026-0002', 'left-pad', '1.0.0'),
      componentFinding('CVE-2026-0001', 'right-pad', '1.0.0'),
    ]);
    const before = store.openIds();
    expect(
      store.scan([
        componentFinding('CVE-2026-0001', 'right-pad', '1.0.0'),
        componentFinding('CVE-2026-0002', 'left-pad', '1.1.0'),
        componentFinding('CVE-2026-0001', 'left-pad', '1.1.0'),
      ]),
    ).toMatchObject({ new: 0, resolved: 0, updated: 2, unchanged: 1 });
    expect(store.openIds()).toEqual(before);
  });

  it('keeps two versions of a component apart', () => {
    const store = new PureStore();
    const both = ['1.0.0', '2.0.0'].map(version =>
      componentFinding('CVE-2026-0001', 'left-pad', version),
    );
    expect(store.scan(both)).toMatchObject({ new: 2 });
    expect(store.scan(both.slice(1))).toMatchObject({
      unchanged: 1,
      resolved: 1,
    });
  });

  it('takes an advisory that two tools see for one finding', () => {
    const store = new PureStore();
    store.scan([componentFinding('CVE-2026-0001', 'left-pad', '1.0.0')], {
      tool: 'Trivy',
    });
    const other = componentFinding('CVE-2026-0001', 'left-pad', '1.0.0', '');
    expect(store.scan([other], { tool: 'Grype', scope: 2 })).toMatchObject({
      new: 0,
    });
    expect(store.findings).toHaveLength(1);
    expect(store.scan([], { tool: 'Trivy' })).toMatchObject({ resolved: 0 });
    expect(store.scan([], { tool: 'Grype', scope: 2 })).toMatchObject({
      resolved: 1,
    });
  });

  it('resolves nothing by a partial scan or by a scan of another scope', () => {
    fc.assert(
      fc.property(spots, spots, (list, others) => {
        const store = new PureStore();
        store.scan(codeFindings(list));
        const before = store.openIds();
        const partial = store.scan(codeFindings(others), { complete: false });
        expect(partial.resolved).toBe(0);
        const elsewhere = store.scan(codeFindings(others), { scope: 2 });
        expect(elsewhere.resolved).toBe(0);
        expect(store.openIds()).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  it('never loses or invents findings, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(spots, { maxLength: 6 }), scans => {
        const store = new PureStore();
        for (const list of scans) {
          const counts = store.scan(codeFindings(list));
          expect(
            counts.new + counts.unchanged + counts.updated + counts.reopened,
          ).toBe(list.length);
          expect(store.openIds()).toHaveLength(list.length);
        }
      }),
    );
  });

  it('reopens what comes back instead of making it anew', () => {
    const store = new PureStore();
    const spot = { rule: 'sqli', path: 'src/a.ts', code: 'query(x)' };
    store.scan([codeFinding(spot, 4)]);
    store.scan([]);
    expect(store.scan([codeFinding(spot, 90)])).toMatchObject({
      reopened: 1,
      new: 0,
    });
    expect(store.findings).toHaveLength(1);
  });

  it('dismisses by a suppression below high, and only asks at high', () => {
    const store = new PureStore();
    const suppression = { status: 'accepted' } as const;
    const spot = { rule: 'sqli', path: 'src/a.ts', code: 'query(x)' };
    store.scan([
      codeFinding(spot, 4, { severity: 'low', suppression }),
      codeFinding({ ...spot, path: 'src/b.ts' }, 4, {
        severity: 'high',
        suppression,
      }),
    ]);
    expect(store.findings.map(({ status }) => status)).toEqual([
      'dismissed',
      'open',
    ]);
  });

  it('knows a branch by its base without touching the base', () => {
    const store = new PureStore();
    const spot = { rule: 'sqli', path: 'src/a.ts', code: 'query(x)' };
    store.scan([codeFinding(spot, 4)]);
    const key = store.findings[0].key;
    const branch = { scope: 2, counted: false, baseScopes: [1] };
    const renamed = codeFinding({ ...spot, path: 'src/z.ts' }, 4);
    store.scan([renamed], branch);
    expect(store.findings).toHaveLength(1);
    expect(store.findings[0].key).toBe(key);
    store.scan([renamed, codeFinding({ ...spot, rule: 'xss' }, 9)], branch);
    expect(store.findings.map(({ status }) => status)).toEqual([
      'open',
      'unlisted',
    ]);
  });
});
