import fc from 'fast-check';
import {
  Answer,
  DAY_MS,
  daysToFix,
  DEFAULT_RISK_MATRIX,
  DEFAULT_SLA_POLICY,
  explainDue,
  EXPOSURES,
  findInversion,
  parseSlaClass,
  riskIndex,
  SlaClass,
  slaClassOf,
  SlaPolicy,
  TIERS,
  toDueTable,
  Vulnerability,
  vulnerabilityCode,
} from '.';

const MATRIX: SlaPolicy = {
  ...DEFAULT_SLA_POLICY,
  kind: 'risk-matrix',
  unknown: 'worse',
};

const LISTED: Vulnerability = { kev: 1, automatable: 0, totalImpact: 0 };

describe('classes of services', () => {
  it.each([
    ['tier-1', 'internet', 'tier-1/internet'],
    ['tier-3', 'partner', 'tier-3/partner'],
    ['gold', undefined, 'unknown/unknown'],
  ])('takes %s and %s for %s', (criticality, exposure, expected) => {
    const annotations = Object.fromEntries(
      Object.entries({
        'synchrony.io/criticality': criticality,
        'synchrony.io/exposure': exposure,
      }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    expect(slaClassOf(annotations)).toBe(expected);
  });
});

describe('the policy by severity', () => {
  const days = (slaClass: string, vulnerability?: Vulnerability) =>
    [0, 1, 2, 3, 4].map(severity =>
      daysToFix(
        DEFAULT_SLA_POLICY,
        parseSlaClass(slaClass),
        severity,
        vulnerability,
      ),
    );

  it('gives days by severity, and none for info', () => {
    expect(days('tier-2/internet')).toEqual([7, 30, 60, 180, undefined]);
  });

  it('halves the days of high on tier 1 and the internet, if both are stated', () => {
    expect(days('tier-1/internet')).toEqual([7, 15, 60, 180, undefined]);
    expect(days('tier-1/unknown')).toEqual([7, 30, 60, 180, undefined]);
  });

  it('gives exploited vulnerabilities 7 days, whatever their severity', () => {
    expect(days('tier-4/internal', LISTED)).toEqual([7, 7, 7, 7, 7]);
  });

  it('takes the shortest of the cells that hold for that or worse', () => {
    const policy: SlaPolicy = {
      ...DEFAULT_SLA_POLICY,
      cells: [
        { severity: 'medium', tier: 'tier-2', exposure: 'partner', days: 20 },
        { tier: 'tier-1', days: 14 },
      ],
    };
    const of = (slaClass: string, severity: number) =>
      daysToFix(policy, parseSlaClass(slaClass), severity);
    expect(of('tier-2/partner', 2)).toBe(20);
    expect(of('tier-2/internet', 1)).toBe(20);
    expect(of('tier-2/internal', 2)).toBe(60);
    expect(of('tier-1/internal', 3)).toBe(14);
    expect(of('unknown/unknown', 2)).toBe(60);
    expect(daysToFix({ ...policy, unknown: 'worse' }, {}, 2)).toBe(14);
  });
});

describe('the risk matrix', () => {
  it.each([
    // exposed, KEV, automatable, total impact, days
    [false, false, false, false, null],
    [false, false, false, true, null],
    [false, false, true, false, null],
    [false, false, true, true, 60],
    [false, true, false, false, 14],
    [false, true, false, true, 14],
    [false, true, true, false, 14],
    [false, true, true, true, 14],
    [true, false, false, false, 60],
    [true, false, false, true, 60],
    [true, false, true, false, 60],
    [true, false, true, true, 14],
    [true, true, false, false, 14],
    [true, true, false, true, 3],
    [true, true, true, false, 3],
    [true, true, true, true, 3],
  ])(
    'exposed %s, KEV %s, automatable %s, total %s: %s days',
    (exposed, kev, automatable, totalImpact, expected) => {
      const index = riskIndex({ exposed, kev, automatable, totalImpact });
      expect(DEFAULT_RISK_MATRIX[index]).toBe(expected);
      const answer = (yes: boolean): Answer => (yes ? 1 : 0);
      expect(
        daysToFix(
          MATRIX,
          { tier: 'tier-3', exposure: exposed ? 'internet' : 'internal' },
          3,
          {
            kev: answer(kev),
            automatable: answer(automatable),
            totalImpact: answer(totalImpact),
          },
        ) ?? null,
      ).toBe(expected);
    },
  );

  it('takes what is not known for the worse, and severity without an advisory', () => {
    expect(
      daysToFix(MATRIX, {}, 3, { kev: 2, automatable: 2, totalImpact: 2 }),
    ).toBe(3);
    expect(daysToFix(MATRIX, {}, 3)).toBe(180);
  });

  it('finds rows that turn the order round', () => {
    expect(findInversion(DEFAULT_RISK_MATRIX)).toBeUndefined();
    expect(findInversion(DEFAULT_RISK_MATRIX.with(15, 20))).toEqual({
      milder: 7,
      worse: 15,
    });
  });
});

const severity = fc.integer({ min: 0, max: 4 });
const tier = fc.option(fc.constantFrom(...TIERS), { nil: undefined });
const exposure = fc.option(fc.constantFrom(...EXPOSURES), { nil: undefined });
const answer = fc.constantFrom<Answer>(0, 1, 2);
const vulnerability = fc.record({
  kev: answer,
  automatable: answer,
  totalImpact: answer,
});
const cell = fc.record({
  severity: fc.option(fc.constantFrom('critical', 'high', 'medium', 'low'), {
    nil: undefined,
  }),
  tier,
  exposure,
  days: fc.integer({ min: 1, max: 200 }),
});
const policy: fc.Arbitrary<SlaPolicy> = fc.record({
  kind: fc.constantFrom('severity', 'risk-matrix'),
  name: fc.constant('any'),
  days: fc.dictionary(
    fc.constantFrom('critical', 'high', 'medium', 'low', 'info'),
    fc.integer({ min: 1, max: 300 }),
  ),
  tightFactor: fc.double({ min: 0.1, max: 1, noNaN: true }),
  kevDays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  cells: fc.array(cell, { maxLength: 4 }) as fc.Arbitrary<SlaPolicy['cells']>,
  matrix: fc.constant(DEFAULT_RISK_MATRIX),
  unknown: fc.constant('worse' as const),
});

interface Case {
  slaClass: SlaClass;
  severity: number;
  vulnerability: Vulnerability;
}

/** One step worse in each direction; what is not known is as bad as the worst. */
function worseThan({ slaClass, severity: s, vulnerability: v }: Case): Case[] {
  const up = <T>(list: readonly T[], value: T | undefined) =>
    value === undefined
      ? undefined
      : list[Math.max(list.indexOf(value) - 1, 0)];
  const base = { slaClass, severity: s, vulnerability: v };
  return [
    { ...base, severity: Math.max(s - 1, 0) },
    { ...base, slaClass: { ...slaClass, tier: up(TIERS, slaClass.tier) } },
    { ...base, slaClass: { ...slaClass, tier: undefined } },
    {
      ...base,
      slaClass: { ...slaClass, exposure: up(EXPOSURES, slaClass.exposure) },
    },
    { ...base, slaClass: { ...slaClass, exposure: undefined } },
    ...(['kev', 'automatable', 'totalImpact'] as const).flatMap(name => [
      { ...base, vulnerability: { ...v, [name]: 1 as const } },
      { ...base, vulnerability: { ...v, [name]: 2 as const } },
    ]),
  ];
}

describe('any policy', () => {
  it('gives no later date for a worse or an unknown answer', () => {
    fc.assert(
      fc.property(
        policy,
        severity,
        fc.record({ tier, exposure }),
        vulnerability,
        (any, s, slaClass, v) => {
          const days = (c: Case) =>
            daysToFix(any, c.slaClass, c.severity, c.vulnerability) ?? Infinity;
          const base = { slaClass, severity: s, vulnerability: v };
          for (const worse of worseThan(base)) {
            expect(days(worse)).toBeLessThanOrEqual(days(base));
          }
        },
      ),
    );
  });

  it('has tables that say the same, with a key of their own', () => {
    fc.assert(
      fc.property(policy, severity, vulnerability, (any, s, v) => {
        const table = toDueTable(any, 'tier-2/partner');
        const days = daysToFix(any, parseSlaClass('tier-2/partner'), s, v);
        expect(table.known[vulnerabilityCode(v) * 5 + s]).toBe(
          days === undefined ? null : Math.round(days * DAY_MS),
        );
      }),
    );
    expect(toDueTable(DEFAULT_SLA_POLICY, 'tier-1/internet').key).not.toBe(
      toDueTable(DEFAULT_SLA_POLICY, 'tier-2/internet').key,
    );
  });
});

describe('explanations', () => {
  const facts = {
    policy: DEFAULT_SLA_POLICY,
    version: 3,
    slaClass: 'tier-1/internet',
    severity: 'high' as const,
    vulnerability: { ...LISTED, kevSince: Date.parse('2026-11-03') },
    noFix: false,
    dueAt: Date.parse('2026-12-12T08:00:00Z'),
  };

  it('name every input, the policy and its version', () => {
    expect(explainDue(facts)).toBe(
      'due 12 Dec 2026: high on tier-1, internet-facing, KEV since 3 Nov 2026; policy default v3',
    );
  });

  it('say that without a fix it is the day of a decision', () => {
    expect(explainDue({ ...facts, noFix: true })).toMatch(
      /^decide by 12 Dec 2026 to mitigate or accept, as no fixed version is known: high/,
    );
  });

  it('say what is not known and what it counts as', () => {
    expect(
      explainDue({
        ...facts,
        policy: MATRIX,
        slaClass: 'tier-1/unknown',
        vulnerability: { kev: 2, automatable: 0, totalImpact: 2 },
      }),
    ).toBe(
      'due 12 Dec 2026: exposure not stated (counts as exposed), exploitation not known (counts as in KEV), not automatable, impact not known (counts as total impact); risk matrix default v3',
    );
    expect(
      explainDue({
        ...facts,
        slaClass: 'unknown/unknown',
        vulnerability: undefined,
      }),
    ).toBe(
      'due 12 Dec 2026: high on a service without a stated tier, exposure not stated; policy default v3',
    );
  });

  it('say that it can wait for the next upgrade', () => {
    expect(
      explainDue({
        ...facts,
        policy: MATRIX,
        slaClass: 'tier-1/internal',
        vulnerability: { kev: 0, automatable: 0, totalImpact: 0 },
        dueAt: undefined,
      }),
    ).toMatch(/^no due date, with the next upgrade: internal, not in KEV/);
  });
});
