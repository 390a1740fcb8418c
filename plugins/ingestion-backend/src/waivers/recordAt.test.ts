import { recordAt } from './recordAt';
import { StoredWaiver, WaiverLogEntry } from './types';

const WAIVER: StoredWaiver = {
  id: 'w',
  status: 'revoked',
  version: 5,
  target: {
    kind: 'check',
    entityRef: 'component:default/a',
    checkIds: ['build.sbom'],
  },
  requester: 'user:default/ann',
  reason: 'The fix needs time',
  riskStatement: 'Small',
  treatment: 'accept',
  requestedAt: 100,
  startsAt: 300,
  expiresAt: 1_000,
  approvedAt: 300,
  endedAt: 600,
  renewals: 0,
  requirement: { roles: [], maxDays: 30, because: [] },
  approvedKev: false,
};

const LOG: WaiverLogEntry[] = [
  { kind: 'requested', at: 100, actor: 'user:default/ann' },
  { kind: 'approved', at: 200, actor: 'user:default/bob', role: 'appsec' },
  { kind: 'approved', at: 300, actor: 'user:default/cy', role: 'risk-owner' },
  { kind: 'activated', at: 300 },
  { kind: 'revoked', at: 600, actor: 'user:default/bob', note: 'Exploited' },
];

describe('a waiver at a time', () => {
  it.each([
    [99, undefined],
    [100, 'requested'],
    [250, 'requested'],
    [599, 'active'],
    [600, undefined],
  ])('at %d is %s', (time, status) => {
    expect(recordAt(WAIVER, LOG, time)?.status).toBe(status);
  });

  it('names who did what by then, and nothing that came later', () => {
    expect(recordAt(WAIVER, LOG, 400)).toEqual({
      kind: 'waiver',
      id: 'w',
      entityRef: 'component:default/a',
      title: 'Check build.sbom on component:default/a',
      status: 'active',
      until: '1970-01-01T00:00:01.000Z',
      details: [
        { title: 'Reason', value: 'The fix needs time' },
        { title: 'Risk', value: 'Small' },
        { title: 'Treatment', value: 'accept' },
      ],
      steps: [
        {
          at: '1970-01-01T00:00:00.100Z',
          what: 'requested',
          by: 'user:default/ann',
        },
        {
          at: '1970-01-01T00:00:00.200Z',
          what: 'approved',
          by: 'user:default/bob',
          as: 'appsec',
        },
        {
          at: '1970-01-01T00:00:00.300Z',
          what: 'approved',
          by: 'user:default/cy',
          as: 'risk-owner',
        },
        { at: '1970-01-01T00:00:00.300Z', what: 'activated' },
      ],
    });
  });

  it('has ended when its time is over, whenever that is written down', () => {
    const active = { ...WAIVER, endedAt: undefined };
    const log = LOG.slice(0, 4);
    expect(recordAt(active, log, 999)?.status).toBe('active');
    expect(recordAt(active, log, 1_000)).toBeUndefined();
  });
});
