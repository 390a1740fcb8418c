import {
  CONTROL_TYPES,
  FINDING_STATUSES,
  GATE_VERDICTS,
  GateVerdict,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import fc from 'fast-check';
import { decideGate } from './decideGate';
import { DEFAULT_GATE_POLICY, GatePolicy } from './policy';
import { EvidenceGap, GateEvidence, GateFinding, GateFindings } from './types';

/** Names fewer than there are, as the store does. */
const MOST_NAMED = 3;

function group(findings: GateFinding[]): GateFindings {
  return {
    counts: findings.map(({ kev = false, severity, status, type }) => ({
      severity,
      kev,
      status,
      type,
      count: 1,
    })),
    worst: findings
      .filter(({ status }) => status === 'open')
      .sort(
        (left, right) =>
          SEVERITIES.indexOf(left.severity) -
          SEVERITIES.indexOf(right.severity),
      )
      .slice(0, MOST_NAMED),
  };
}

function evidenceOf(parts: {
  fresh?: GateFinding[];
  overdue?: GateFinding[];
  accepted?: GateFinding[];
  gaps?: EvidenceGap[];
}): GateEvidence {
  return {
    base: 'main',
    fresh: group(parts.fresh ?? []),
    overdue: group(parts.overdue ?? []),
    accepted: parts.accepted ?? [],
    fixed: [],
    gaps: parts.gaps ?? [],
  };
}

function finding(parts: Partial<GateFinding> = {}): GateFinding {
  return {
    id: 'f1',
    severity: 'high',
    type: 'sast',
    title: 'SQL injection',
    ruleId: 'sqli',
    tools: ['CodeQL'],
    status: 'open',
    ...parts,
  };
}

const findingArbitrary: fc.Arbitrary<GateFinding> = fc
  .record({
    id: fc.uuid(),
    severity: fc.constantFrom(...SEVERITIES),
    type: fc.constantFrom(...CONTROL_TYPES),
    status: fc.constantFrom(...FINDING_STATUSES),
    kev: fc.boolean(),
  })
  .map(finding);
const findingsArbitrary = fc.array(findingArbitrary, { maxLength: 8 });

const verdictArbitrary = fc.constantFrom(...GATE_VERDICTS);
const budgetArbitrary = fc.option(
  fc.record({ allowed: fc.nat(3), verdict: verdictArbitrary }),
  { nil: undefined },
);
const policyArbitrary: fc.Arbitrary<GatePolicy> = fc.record({
  id: fc.constant('any'),
  new: fc.record({
    critical: verdictArbitrary,
    high: verdictArbitrary,
    medium: verdictArbitrary,
    low: verdictArbitrary,
    kev: verdictArbitrary,
  }),
  overdue: fc.record({
    critical: budgetArbitrary,
    high: budgetArbitrary,
    medium: budgetArbitrary,
    low: budgetArbitrary,
  }),
  unknown: verdictArbitrary,
  types: fc.option(fc.subarray([...CONTROL_TYPES], { minLength: 1 }), {
    nil: undefined,
  }),
  failClosed: fc.boolean(),
});

function isAtLeast(verdict: GateVerdict, other: GateVerdict): boolean {
  return GATE_VERDICTS.indexOf(verdict) >= GATE_VERDICTS.indexOf(other);
}

describe('decideGate', () => {
  it('blocks on a new high finding and says which', () => {
    const decision = decideGate(
      DEFAULT_GATE_POLICY,
      evidenceOf({
        fresh: [
          finding({
            location: { path: 'src/a.ts', startLine: 3, snippet: 'secret' },
          }),
          finding({ id: 'f2', severity: 'medium' }),
          finding({ id: 'f3', severity: 'low' }),
        ],
      }),
    );
    expect(decision).toMatchObject({
      verdict: 'block',
      reasons: [
        {
          kind: 'new',
          verdict: 'block',
          message: 'high: SQL injection is not on main',
          findingId: 'f1',
          location: { path: 'src/a.ts', startLine: 3, snippet: undefined },
          tool: 'CodeQL',
        },
        { verdict: 'warn', findingId: 'f2' },
      ],
      counts: { new: { high: 1, medium: 1, low: 1 } },
    });
  });

  it('counts those that are too many to name', () => {
    const fresh = Array.from({ length: 10 }, (_, index) =>
      finding({ id: `f${index}` }),
    );
    const { reasons } = decideGate(DEFAULT_GATE_POLICY, evidenceOf({ fresh }));
    expect(reasons).toHaveLength(MOST_NAMED + 1);
    expect(reasons.at(-1)).toEqual({
      kind: 'new',
      verdict: 'block',
      severity: 'high',
      message: '7 more high findings: each is not on main',
    });
  });

  it('lets as many be overdue as the budget says', () => {
    const policy: GatePolicy = {
      ...DEFAULT_GATE_POLICY,
      overdue: { high: { allowed: 1, verdict: 'block' } },
    };
    const one = [finding()];
    expect(decideGate(policy, evidenceOf({ overdue: one }))).toMatchObject({
      verdict: 'pass',
      reasons: [],
      counts: { overdue: { high: 1 } },
    });
    const two = [...one, finding({ id: 'f2' })];
    expect(decideGate(policy, evidenceOf({ overdue: two }))).toMatchObject({
      verdict: 'block',
      reasons: [
        {
          kind: 'overdue',
          message:
            'high: SQL injection is overdue on main; 2 high are, 1 may be',
        },
        { findingId: 'f2' },
      ],
    });
  });

  it('takes what is exploited as hard as the policy says, whatever its severity', () => {
    const policy: GatePolicy = {
      ...DEFAULT_GATE_POLICY,
      new: { ...DEFAULT_GATE_POLICY.new, kev: 'block' },
    };
    const fresh = [
      finding({ id: 'f1', severity: 'low', kev: true }),
      finding({ id: 'f2', severity: 'medium' }),
      finding({ id: 'f3', severity: 'info', kev: true }),
    ];
    expect(decideGate(policy, evidenceOf({ fresh })).reasons).toMatchObject([
      {
        verdict: 'block',
        findingId: 'f1',
        kev: true,
        message:
          'low: SQL injection is not on main and is known to be exploited',
      },
      { verdict: 'block', findingId: 'f3' },
      { verdict: 'warn', findingId: 'f2' },
    ]);
    expect(
      decideGate(
        {
          ...policy,
          new: { ...policy.new, critical: 'block', kev: 'warn' },
        },
        evidenceOf({ fresh: [finding({ severity: 'critical', kev: true })] }),
      ).verdict,
    ).toBe('block');
    const many = Array.from({ length: 5 }, (_, index) =>
      finding({ id: `f${index}`, severity: 'low', kev: true }),
    );
    expect(
      decideGate(policy, evidenceOf({ fresh: many })).reasons.at(-1),
    ).toMatchObject({
      kev: true,
      message:
        '2 more low findings: each is not on main and is known to be exploited',
    });
  });

  it('judges only the types of the policy', () => {
    const policy: GatePolicy = { ...DEFAULT_GATE_POLICY, types: ['sca'] };
    expect(
      decideGate(
        policy,
        evidenceOf({
          fresh: [finding()],
          gaps: [{ type: 'sast', message: 'no sast' }],
        }),
      ),
    ).toMatchObject({ verdict: 'pass', counts: { unknown: 0 } });
  });

  it('never becomes milder by one more finding', () => {
    fc.assert(
      fc.property(
        policyArbitrary,
        findingsArbitrary,
        findingsArbitrary,
        findingArbitrary,
        fc.constantFrom('fresh' as const, 'overdue' as const),
        (policy, fresh, overdue, added, where) => {
          const before = { fresh, overdue };
          const after = { ...before, [where]: [...before[where], added] };
          expect(
            isAtLeast(
              decideGate(policy, evidenceOf(after)).verdict,
              decideGate(policy, evidenceOf(before)).verdict,
            ),
          ).toBe(true);
        },
      ),
    );
  });

  it('takes no notice of what is dismissed, accepted or resolved', () => {
    fc.assert(
      fc.property(
        policyArbitrary,
        findingsArbitrary,
        findingsArbitrary,
        (policy, fresh, overdue) => {
          const open = (findings: GateFinding[]) =>
            findings.filter(({ status }) => status === 'open');
          const all = decideGate(policy, evidenceOf({ fresh, overdue }));
          const only = decideGate(
            policy,
            evidenceOf({ fresh: open(fresh), overdue: open(overdue) }),
          );
          expect(all.reasons).toEqual(only.reasons);
          expect(all.verdict).toBe(only.verdict);
        },
      ),
    );
  });

  it('says until when a waiver lets something pass, without another verdict', () => {
    const accepted = finding({
      status: 'risk_accepted',
      waivedUntil: '2026-12-24T00:00:00.000Z',
    });
    const { reasons, verdict } = decideGate(
      DEFAULT_GATE_POLICY,
      evidenceOf({
        fresh: [accepted],
        accepted: [accepted, finding({ severity: 'info' })],
      }),
    );
    expect(verdict).toBe('pass');
    expect(reasons).toEqual([
      expect.objectContaining({
        kind: 'accepted',
        verdict: 'pass',
        message: 'high: SQL injection is accepted by a waiver until 2026-12-24',
        waivedUntil: '2026-12-24T00:00:00.000Z',
      }),
    ]);
  });

  it('passes on a gap only when the policy says so', () => {
    fc.assert(
      fc.property(policyArbitrary, findingsArbitrary, (policy, fresh) => {
        const gaps = [{ message: 'nothing is known' }];
        const { verdict } = decideGate(policy, evidenceOf({ fresh, gaps }));
        expect(isAtLeast(verdict, policy.unknown)).toBe(true);
        expect(DEFAULT_GATE_POLICY.unknown).toBe('warn');
      }),
    );
  });

  it('has a reason for every verdict but pass, hardest first', () => {
    fc.assert(
      fc.property(
        policyArbitrary,
        findingsArbitrary,
        findingsArbitrary,
        (policy, fresh, overdue) => {
          const { reasons, verdict } = decideGate(
            policy,
            evidenceOf({ fresh, overdue }),
          );
          expect(reasons[0]?.verdict ?? 'pass').toBe(verdict);
          expect(reasons.every(reason => reason.verdict !== 'pass')).toBe(true);
        },
      ),
    );
  });
});
