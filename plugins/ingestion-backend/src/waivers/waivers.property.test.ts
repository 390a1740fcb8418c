import {
  decideWaiverAction,
  LIVE_WAIVER_STATUSES,
  RENEWALS_AT_ONE_LEVEL,
  SEVERITIES,
  WAIVER_KINDS,
  WAIVER_ROLES,
  WaiverActor,
  WaiverActionSubject,
} from '@synchrony/backstage-plugin-ingestion-common';
import fc from 'fast-check';
import {
  waiverActionSchema,
  waiverRequestSchema,
} from '../router/waiverBodies';
import { DAY_MS } from '../sla';
import { decideWaiver, WaiverOffer, worseThanApproved } from './decideWaiver';
import { DEFAULT_MATRIX, requirementOf, WaiverStakes } from './matrix';
import { OfferedFinding, planEffects } from './planEffects';
import { dueSteps, nextStepAt, statusAt } from './timeline';
import { FindingWaiverKind, MatchedFinding } from './types';

const FINDING_KINDS = WAIVER_KINDS.filter(
  (kind): kind is FindingWaiverKind => kind !== 'check',
);
const WORST = SEVERITIES.length - 1;

const severities = fc.nat(WORST);

const offers = fc.uniqueArray(
  fc.record<WaiverOffer>({
    waiverId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    kind: fc.constantFrom(...FINDING_KINDS),
    expiresAt: fc.integer({ min: 1, max: 4 }),
    approvedSeverity: severities,
    approvedKev: fc.boolean(),
  }),
  { maxLength: 6, selector: ({ waiverId }) => waiverId },
);

/** A finding whose waiver may be among the offers or have ended. */
const findings: fc.Arbitrary<MatchedFinding> = fc.record(
  {
    id: fc.constant('f'),
    entityRef: fc.constant('component:default/a'),
    severity: severities,
    kev: fc.boolean(),
    status: fc.constantFrom('open', 'risk_accepted', 'unlisted', 'resolved'),
    waiverId: fc.constantFrom('a', 'b', 'ended'),
    waivedUntil: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['id', 'entityRef', 'severity', 'kev', 'status'] },
);

function place({ kind }: WaiverOffer): number {
  return FINDING_KINDS.indexOf(kind);
}

describe('which waiver decides', () => {
  it('is the most specific one that goes as far, then the one that ends last', () => {
    fc.assert(
      fc.property(findings, offers, (finding, offered) => {
        const enough = offered.filter(
          ({ approvedKev, approvedSeverity }) =>
            approvedSeverity <= finding.severity &&
            (approvedKev || !finding.kev),
        );
        const [best] = enough.sort(
          (a, b) => place(a) - place(b) || b.expiresAt - a.expiresAt,
        );
        const deciding = decideWaiver(finding, offered);
        expect([undefined, ...enough]).toContain(deciding);
        expect(deciding?.kind).toBe(best?.kind);
        expect(deciding?.expiresAt).toBe(best?.expiresAt);
      }),
    );
  });

  it('does not depend on the order in which they are looked at', () => {
    const shuffled = offers.chain(offered =>
      fc.tuple(
        fc.constant(offered),
        fc.shuffledSubarray(offered, { minLength: offered.length }),
      ),
    );
    fc.assert(
      fc.property(findings, shuffled, (finding, [one, other]) => {
        expect(decideWaiver(finding, other)).toEqual(
          decideWaiver(finding, one),
        );
      }),
    );
  });
});

/** What the plan makes of a finding, as the store does it. */
function follow({ finding, offers: offered }: OfferedFinding): MatchedFinding {
  const { accepted, released } = planEffects([{ finding, offers: offered }]);
  expect(accepted.length + released.length).toBeLessThanOrEqual(1);
  const [acceptance] = accepted;
  if (acceptance) {
    return {
      ...finding,
      status: finding.status === 'open' ? 'risk_accepted' : finding.status,
      waiverId: acceptance.waiverId,
      waivedUntil: acceptance.until,
    };
  }
  return released.length > 0
    ? {
        ...finding,
        status: finding.status === 'risk_accepted' ? 'open' : finding.status,
        waiverId: undefined,
        waivedUntil: undefined,
      }
    : finding;
}

describe('what waivers do to a finding', () => {
  // A finding is never accepted without the waiver that accepts it.
  const offered = fc
    .record<OfferedFinding>({ finding: findings, offers })
    .filter(
      ({ finding }) =>
        finding.status !== 'risk_accepted' || finding.waiverId !== undefined,
    );

  it('is what the deciding one says, and nothing the second time', () => {
    fc.assert(
      fc.property(offered, item => {
        const deciding = decideWaiver(item.finding, item.offers);
        const after = follow(item);
        expect(after.waiverId).toBe(deciding?.waiverId);
        const isPresent = ['open', 'risk_accepted'].includes(after.status);
        const wanted = deciding ? 'risk_accepted' : 'open';
        expect(after.status).toBe(isPresent ? wanted : item.finding.status);
        const again = { finding: after, offers: item.offers };
        expect(planEffects([again])).toEqual({ accepted: [], released: [] });
      }),
    );
  });

  it('ends when the finding becomes exploited or more severe than approved', () => {
    const worse = fc.constantFrom<Partial<MatchedFinding>>(
      { kev: true },
      { severity: 0 },
    );
    fc.assert(
      fc.property(offered, worse, (item, change) => {
        const before = follow(item);
        const finding = { ...before, ...change };
        const own = item.offers.find(
          ({ waiverId }) => waiverId === finding.waiverId,
        );
        fc.pre(own !== undefined);
        const { released } = planEffects([{ finding, offers: item.offers }]);
        const enough = decideWaiver(finding, item.offers);
        expect(released).toEqual(
          enough
            ? []
            : [
                {
                  waiverId: finding.waiverId,
                  worse: worseThanApproved(finding, own),
                  findingIds: ['f'],
                },
              ],
        );
        expect(released.every(release => release.worse)).toBe(true);
      }),
    );
  });
});

describe('who has to approve', () => {
  const stakes = fc.record<WaiverStakes>({
    worstSeverity: fc.option(severities, { nil: undefined }),
    kev: fc.boolean(),
    entities: fc.array(
      fc.record({
        entityRef: fc.constant('component:default/a'),
        tier: fc.integer({ min: 1, max: 4 }),
        tierKnown: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    renewals: fc.nat(12),
  });
  const row = (item: WaiverStakes) => {
    const { maxDays, roles } = requirementOf(DEFAULT_MATRIX, item);
    const index = DEFAULT_MATRIX.findIndex(level => level.maxDays === maxDays);
    expect(DEFAULT_MATRIX[index].approvals).toEqual(roles);
    return index;
  };

  it('is never easier for what is worse', () => {
    fc.assert(
      fc.property(stakes, item => {
        const here = row(item);
        const worse: Partial<WaiverStakes>[] = [
          { kev: true },
          { worstSeverity: Math.max(0, (item.worstSeverity ?? 0) - 1) },
          { worstSeverity: undefined },
          {
            entities: [
              ...item.entities,
              { entityRef: 'component:default/b', tier: 1, tierKnown: true },
            ],
          },
          { renewals: item.renewals + 1 },
        ];
        for (const change of worse) {
          expect(row({ ...item, ...change })).toBeGreaterThanOrEqual(here);
        }
      }),
    );
  });

  it('is two people for 30 days for what is critical, exploited or of tier-1', () => {
    fc.assert(
      fc.property(stakes, item => {
        const isHard =
          item.kev ||
          !item.worstSeverity ||
          item.entities.length === 0 ||
          item.entities.some(({ tier }) => tier === 1);
        const isOften =
          item.renewals >= (RENEWALS_AT_ONE_LEVEL + 1) * DEFAULT_MATRIX.length;
        fc.pre(isHard || isOften);
        expect(requirementOf(DEFAULT_MATRIX, item)).toMatchObject({
          roles: ['risk-owner', 'ciso-delegate'],
          maxDays: 30,
        });
      }),
    );
  });

  it('says that what is exploited counts as critical', () => {
    const requirement = requirementOf(DEFAULT_MATRIX, {
      worstSeverity: SEVERITIES.indexOf('low'),
      kev: true,
      entities: [
        { entityRef: 'component:default/a', tier: 4, tierKnown: true },
      ],
      renewals: 0,
    });
    expect(requirement).toMatchObject({ worstSeverity: 'low', kev: true });
    expect(requirement.because.join(' ')).toContain('known to be exploited');
  });
});

describe('approving', () => {
  const people = ['ann', 'bob', 'cy'];
  const attempts = fc.array(
    fc.record<WaiverActor>({
      userRef: fc.constantFrom(...people),
      roles: fc.subarray([...WAIVER_ROLES]),
      mayApprove: fc.boolean(),
      mayRequest: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  const roles = fc.subarray([...WAIVER_ROLES], { minLength: 1 });

  it('takes another person for each role, and never who asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...people),
        roles,
        attempts,
        (requester, needed, actors) => {
          let subject: WaiverActionSubject = {
            status: 'requested',
            requester,
            approvals: needed.map(role => ({ role })),
            approvers: [],
            renewed: false,
          };
          for (const actor of actors) {
            const decision = decideWaiverAction('approve', subject, actor);
            if ('refusal' in decision) {
              continue;
            }
            const { role, transition } = decision;
            expect(actor.roles).toContain(role);
            expect(actor.mayApprove).toBe(true);
            subject = {
              ...subject,
              status: transition.to ?? subject.status,
              approvals: subject.approvals.map(approval =>
                approval.role === role
                  ? { role, approvedBy: actor.userRef }
                  : approval,
              ),
              approvers: [...subject.approvers, actor.userRef],
            };
          }
          const given = subject.approvals.flatMap(
            ({ approvedBy }) => approvedBy ?? [],
          );
          expect(new Set(given).size).toBe(given.length);
          expect(given).not.toContain(requester);
          expect(subject.status === 'approved').toBe(
            given.length === needed.length,
          );
        },
      ),
    );
  });
});

describe('the time of a waiver', () => {
  const times = fc
    .record({
      status: fc.constantFrom(...LIVE_WAIVER_STATUSES),
      startsAt: fc.option(fc.integer({ min: 0, max: 100 * DAY_MS }), {
        nil: undefined,
      }),
      length: fc.integer({ min: 1, max: 120 * DAY_MS }),
    })
    .map(({ length, startsAt, status }) => ({
      status,
      startsAt,
      expiresAt: (startsAt ?? 0) + length,
    }));
  const moments = fc.integer({ min: 0, max: 300 * DAY_MS });

  it('ends, with nobody signed in and however long nobody looked', () => {
    fc.assert(
      fc.property(times, moments, (waiver, now) => {
        expect(statusAt(waiver, now) === 'expired').toBe(
          now >= waiver.expiresAt,
        );
      }),
    );
  });

  it('always has a next step until the end, and none after it', () => {
    fc.assert(
      fc.property(times, moments, (waiver, now) => {
        const status = statusAt(waiver, now);
        const next = nextStepAt({ ...waiver, status }) ?? Infinity;
        expect(next > now).toBe(true);
        expect(next <= waiver.expiresAt).toBe(status !== 'expired');
      }),
    );
  });

  it('takes the same steps at once as one by one', () => {
    fc.assert(
      fc.property(times, fc.array(moments), (waiver, unordered) => {
        const stops = unordered.sort((a, b) => a - b);
        let current = waiver;
        const oneByOne = stops.flatMap(now => {
          const steps = dueSteps(current, now);
          current = { ...current, status: statusAt(current, now) };
          return steps;
        });
        expect(oneByOne).toEqual(dueSteps(waiver, stops.at(-1) ?? -1));
      }),
    );
  });
});

describe('asking for a waiver', () => {
  const request = {
    target: {
      kind: 'check',
      entityRef: 'component:default/a',
      checkIds: ['build.sbom'],
    },
    reason: 'The fix needs time',
    riskStatement: 'Small',
    treatment: 'accept',
    startsAt: '2026-12-01T00:00:00Z',
    reviewAt: '2026-12-02T00:00:00Z',
  };
  const noTime = fc.oneof(
    fc.constantFrom(undefined, null, '', 'never', '2026-12-31', 'Infinity'),
    fc.integer(),
    fc.string(),
  );

  it('takes an end, whatever else is said', () => {
    const ends = { ...request, expiresAt: '2026-12-31T00:00:00Z' };
    expect(waiverRequestSchema.safeParse(ends).success).toBe(true);
    fc.assert(
      fc.property(noTime, expiresAt => {
        const body = { ...request, expiresAt };
        expect(waiverRequestSchema.safeParse(body).success).toBe(false);
        const renewal = { action: 'renew', text: 'late', expiresAt };
        expect(waiverActionSchema.safeParse(renewal).success).toBe(false);
      }),
    );
  });
});
