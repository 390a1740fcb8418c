import {
  COVERAGE_TRANSITIONS,
  CoverageEvent,
  CoverageState,
  FAILURES_UNTIL_FAILING,
} from '@synchrony/backstage-plugin-ingestion-common';
import fc from 'fast-check';
import { DAY_MS } from '../sla';
import type { StoredCoverage } from '../store/CoverageStore';
import type { StoredScope } from '../store/ScopeStore';
import { DEFAULT_CADENCE } from './cadence';
import { expectationsOf } from './expectations';
import { controlsOf, recordFailure } from './failures';
import { followActivity } from './followActivity';
import { retireCoverage } from './retireCoverage';
import { stateOf } from './stateOf';
import { updateCoverage } from './updateCoverage';

const T0 = Date.parse('2026-11-01T00:00:00Z');
const AGE = DEFAULT_CADENCE.sast * DAY_MS;

const CODEQL: StoredScope = {
  id: 1,
  tool: 'CodeQL',
  category: '',
  ref: '',
  environment: '',
  counted: true,
  lastScanAt: T0,
  lastCompleteAt: T0,
  lastReportId: 'r',
  findingCount: 0,
  controlTypes: ['sast'],
};

/** A control that lives through events, as the plugin would keep it. */
class Control {
  rows: StoredCoverage[] = [];
  annotations: Record<string, string> = {
    'backstage.io/source-location': 'url:https://example.com/x',
  };
  now = T0;

  get state(): CoverageState {
    const { sast } = expectationsOf({ annotations: this.annotations });
    return stateOf(this.rows[0], sast, this.now);
  }

  take(event: CoverageEvent): void {
    this.now += 1;
    switch (event) {
      case 'declare':
        this.annotations['synchrony.io/declared-controls'] = 'iac, SAST';
        break;
      case 'withdraw':
        delete this.annotations['synchrony.io/declared-controls'];
        break;
      case 'exclude':
        delete this.annotations['backstage.io/source-location'];
        break;
      case 'include':
        this.annotations['backstage.io/source-location'] = 'url:https://x';
        break;
      case 'scan':
        this.#scan();
        break;
      case 'fail':
        for (let times = 0; times < FAILURES_UNTIL_FAILING; times += 1) {
          this.rows = recordFailure(this.rows, {
            controlTypes: ['sast'],
            reportId: 'r',
            at: this.now,
          });
        }
        break;
      case 'retire':
        this.rows = retireCoverage(this.rows, CODEQL, [], DEFAULT_CADENCE);
        break;
      default:
        this.now += AGE;
    }
  }

  #scan(): void {
    this.rows = updateCoverage(
      this.rows,
      {
        controlTypes: ['sast'],
        tool: 'CodeQL',
        reportId: 'r',
        at: this.now,
        complete: true,
      },
      DEFAULT_CADENCE,
    );
  }
}

describe('states of a control', () => {
  it('change as the table says, and in no other way', () => {
    const events = COVERAGE_TRANSITIONS.map(({ event }) => event);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events)), sequence => {
        const control = new Control();
        for (const event of sequence) {
          const before = control.state;
          control.take(event);
          const step = COVERAGE_TRANSITIONS.find(
            transition =>
              transition.event === event && transition.from.includes(before),
          );
          const after = control.state;
          const allowed = new Set([before, step?.to ?? before]);
          // The catalog can say two things at once: what is excluded and no
          // longer declared falls from one to the other.
          if (event === 'withdraw' && before === 'declared') {
            allowed.add('not_applicable');
          }
          // What is announced still is, when its only scan was retired.
          if (event === 'retire' && step) {
            allowed.add('declared');
          }
          expect(allowed).toContain(after);
          const isOfScan = event === 'scan' || event === 'fail';
          expect(!isOfScan || after === step?.to).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a failed scan', () => {
  const scope = (tool: string, controlTypes: StoredScope['controlTypes']) =>
    ({
      tool,
      category: '',
      environment: '',
      counted: true,
      controlTypes,
    }) as StoredScope;
  const scopes = [scope('CodeQL', ['sast']), scope('Trivy', ['sca', 'secret'])];

  it('counts for the controls that the tool had before', () => {
    expect(controlsOf({ tool: 'codeql' }, scopes)).toEqual(['sast']);
    expect(controlsOf({ tool: 'Trivy' }, scopes)).toEqual(['sca', 'secret']);
  });

  it('counts for none where nothing says which', () => {
    expect(controlsOf({}, scopes)).toEqual([]);
    expect(controlsOf({ tool: 'ZAP' }, scopes)).toEqual([]);
    expect(controlsOf({ category: '' }, scopes)).toEqual([]);
  });

  it('does not count when it is older than the last complete one', () => {
    const known = updateCoverage(
      [],
      {
        controlTypes: ['sast'],
        tool: 'CodeQL',
        reportId: 'r',
        at: T0,
        complete: true,
      },
      DEFAULT_CADENCE,
    );
    const failure = { controlTypes: ['sast' as const], reportId: 'f' };
    expect(recordFailure(known, { ...failure, at: T0 - 1 })).toEqual([]);
    expect(recordFailure(known, { ...failure, at: T0 + 1 })).toMatchObject([
      { failures: 1, reportId: 'r' },
    ]);
  });
});

describe('a scan that was retired', () => {
  const known = updateCoverage(
    [],
    { ...CODEQL, reportId: 'r', at: T0, complete: true },
    DEFAULT_CADENCE,
  );

  it('leaves its control to an older scan, with the date of that one', () => {
    const older = { ...CODEQL, id: 2, lastCompleteAt: T0 - DAY_MS };
    const [row] = retireCoverage(known, CODEQL, [older], DEFAULT_CADENCE);
    expect(row).toMatchObject({
      lastCompleteAt: T0 - DAY_MS,
      staleAt: T0 - DAY_MS + AGE,
    });
  });

  it('leaves it unknown where no other live scan of it counts', () => {
    const retired = { at: T0, by: 'user:default/ann', reason: 'gone' };
    const others = [
      { ...CODEQL, id: 2, counted: false },
      { ...CODEQL, id: 3, retired },
      { ...CODEQL, id: 4, controlTypes: ['sca' as const] },
      { ...CODEQL, id: 5, lastCompleteAt: undefined },
    ];
    const rows = retireCoverage(known, CODEQL, others, DEFAULT_CADENCE);
    expect(stateOf(rows[0], 'expected', T0)).toBe('missing');
  });

  it('changes nothing where it did not count', () => {
    const branch = { ...CODEQL, counted: false };
    expect(retireCoverage(known, branch, [], DEFAULT_CADENCE)).toEqual([]);
  });
});

describe('a control whose code nobody changed', () => {
  const row = (controlType: StoredCoverage['controlType']): StoredCoverage => ({
    controlType,
    lastReportAt: T0,
    lastCompleteAt: T0,
    staleAt: T0 + DEFAULT_CADENCE[controlType] * DAY_MS,
    commit: 'abcdef12',
    failures: 0,
  });
  const seen = (days: number, commit = 'abcdef12') => ({
    commit,
    at: T0 + days * DAY_MS,
  });
  const staleDay = (rows: StoredCoverage[]) =>
    rows.map(({ staleAt }) => ((staleAt ?? 0) - T0) / DAY_MS);

  it('goes stale later, but at most 30 days after its scan', () => {
    const follow = (...sightings: ReturnType<typeof seen>[]) =>
      staleDay(followActivity([row('sast')], sightings, DEFAULT_CADENCE));
    expect(follow()).toEqual([]);
    expect(follow(seen(5))).toEqual([19]);
    expect(follow(seen(5, 'abcdef1234'))).toEqual([19]);
    expect(follow(seen(25))).toEqual([30]);
    expect(follow(seen(5), seen(6, 'fff000'))).toEqual([]);
  });

  it('is not kept active by code when more than code decides', () => {
    expect(
      followActivity([row('sca'), row('dast')], [seen(5)], DEFAULT_CADENCE),
    ).toEqual([]);
  });
});
