import { Question } from '@synchrony/backstage-plugin-champions-common';
import {
  AttentionFinding,
  AttentionWaiver,
} from '@synchrony/backstage-plugin-ingestion-common';
import fc from 'fast-check';
import { arrangeDesk } from './arrangeDesk';
import { DeskContents } from './types';

const NOW = new Date('2026-11-26T12:00:00Z');
const NOTHING: DeskContents = {
  critical: [],
  due: [],
  waivers: [],
  reviews: [],
  questions: [],
  evidence: [],
};

const inDays = (days: number) =>
  new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000).toISOString();

function finding(
  id: string,
  more: Partial<AttentionFinding> = {},
): AttentionFinding {
  return {
    id,
    entityRef: 'component:default/pay',
    title: `Flaw ${id}`,
    type: 'sca',
    severity: 'high',
    isKev: false,
    firstSeenAt: inDays(-10),
    ...more,
  };
}

function waiver(id: string, more: Partial<AttentionWaiver>): AttentionWaiver {
  return {
    id,
    title: 'Rule x',
    entityRef: 'component:default/pay',
    status: 'requested',
    why: 'decision',
    requestedAt: inDays(-1),
    expiresAt: inDays(30),
    hides: 0,
    ...more,
  };
}

const question: Question = {
  id: 'q',
  entityRef: 'component:default/pay',
  subject: { kind: 'finding', id: 'secret-finding' },
  text: 'How do I fix the leaked key?',
  askedAt: inDays(-1),
  routedTo: 'user:default/ann',
  routedBecause: 'Champion',
  status: 'open',
  version: 1,
};

describe('the order of a desk', () => {
  it('is exploited first, then what runs out first', () => {
    const items = arrangeDesk(
      {
        critical: [
          finding('new', { severity: 'critical', dueAt: inDays(6) }),
          finding('kev', {
            severity: 'critical',
            isKev: true,
            dueAt: inDays(20),
          }),
        ],
        due: [
          finding('overdue', { dueAt: inDays(-1) }),
          finding('kev', { isKev: true, dueAt: inDays(20) }),
        ],
        waivers: [
          waiver('ends', {
            status: 'expiring',
            why: 'ending',
            expiresAt: inDays(2),
          }),
          waiver('asked', {}),
          waiver('later', { why: 'ending', expiresAt: inDays(12) }),
        ],
        reviews: [
          {
            id: 'act',
            reviewId: 'r',
            reviewTitle: 'November review',
            entityRef: 'component:default/pay',
            kind: 'action',
            text: 'Switch the scanner on again',
            dueDate: '2026-11-27',
            version: 1,
            createdBy: 'user:default/ola',
            createdAt: inDays(-9),
            steps: [],
            mayEdit: false,
          },
        ],
        questions: [question],
        evidence: [
          {
            entityRef: 'component:default/pay',
            controls: [{ controlType: 'sast', state: 'stale' }],
            staleSince: inDays(-4),
          },
        ],
      },
      NOW,
    );
    expect(items.map(({ id, urgency }) => [id, urgency])).toEqual([
      ['finding:kev', 'now'],
      ['finding:overdue', 'now'],
      ['action:act', 'now'],
      ['waiver:ends', 'now'],
      ['finding:new', 'week'],
      ['waiver:asked', 'week'],
      ['question:q', 'week'],
      ['waiver:later', 'later'],
      ['evidence:component:default/pay', 'later'],
    ]);
    expect(items[0].section).toBe('critical');
  });

  it('says nothing of the text of a question', () => {
    const [item] = arrangeDesk({ ...NOTHING, questions: [question] }, NOW);
    expect(JSON.stringify(item)).not.toMatch(/leaked|secret-finding/);
  });

  const someFinding = fc
    .record({
      id: fc.integer({ min: 0, max: 30 }).map(String),
      isKev: fc.boolean(),
      days: fc.option(fc.integer({ min: -20, max: 40 })),
      severity: fc.constantFrom('critical', 'high', 'low'),
    })
    .map(({ days, id, isKev, severity }) =>
      finding(id, {
        isKev,
        severity: severity as AttentionFinding['severity'],
        ...(days !== null && { dueAt: inDays(days) }),
      }),
    );
  const listOf = fc.uniqueArray(someFinding, {
    selector: ({ id }) => id,
    maxLength: 12,
  });

  it('does not depend on the order in which things come', () => {
    fc.assert(
      fc.property(listOf, listOf, (critical, due) => {
        const one = arrangeDesk({ ...NOTHING, critical, due }, NOW);
        const other = arrangeDesk(
          {
            ...NOTHING,
            critical: critical.toReversed(),
            due: due.toReversed(),
          },
          NOW,
        );
        expect(other).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  it('shows everything once, and nothing calm before what is exploited', () => {
    fc.assert(
      fc.property(listOf, listOf, (critical, due) => {
        const items = arrangeDesk({ ...NOTHING, critical, due }, NOW);
        const ids = [...critical, ...due].map(({ id }) => `finding:${id}`);
        expect(new Set(items.map(({ id }) => id))).toEqual(new Set(ids));
        expect(items).toHaveLength(new Set(ids).size);
        const calm = items.findIndex(({ isKev }) => !isKev);
        expect(calm < 0 || !items.slice(calm).some(item => item.isKev)).toBe(
          true,
        );
        const ranks = items.map(({ urgency }) =>
          ['now', 'week', 'later'].indexOf(urgency),
        );
        expect(ranks).toEqual(ranks.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
