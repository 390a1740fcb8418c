import {
  DISMISSAL_REASONS,
  SEVERITIES,
  STATEMENT_STATUSES,
} from '@synchrony/backstage-plugin-ingestion-common';
import fc from 'fast-check';
import { decidePosition } from './decidePosition';
import { newestStatement } from './newestStatement';
import { StatedFinding, Statement } from './types';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const MEDIUM = SEVERITIES.indexOf('medium');

function statement(change: Partial<Statement> = {}): Statement {
  return {
    document: {
      id: 1,
      documentId: 'doc-1',
      format: 'openvex',
      author: 'Example Security',
      issuedAt: NOW - 1000,
      reportId: 'r1',
      submitter: 'ci',
    },
    position: 0,
    status: 'not_affected',
    reason: 'vulnerable_code_not_present',
    at: NOW - 1000,
    products: [],
    ...change,
  };
}

function finding(
  change: Partial<StatedFinding> = {},
  state: Partial<StatedFinding['state']> = {},
): StatedFinding {
  return {
    id: 'f1',
    severity: MEDIUM,
    component: {},
    suppression: null,
    lead: { tool: 'Trivy', submitter: 'ci' },
    statementKey: null,
    statementVerdict: null,
    ...change,
    state: {
      status: 'open',
      triage: 'new',
      assignee: null,
      linkedIssue: null,
      verdict: null,
      verdictSeverity: null,
      request: null,
      adjustment: null,
      severityRequest: null,
      ...state,
    },
  };
}

const says = (change: Partial<Statement> = {}, trusted = true) => ({
  statement: statement(change),
  trusted,
});

/** The finding after a decision about it. */
function after(
  before: StatedFinding,
  counting: Parameters<typeof decidePosition>[1],
): StatedFinding {
  const next = decidePosition(before, counting, NOW)?.next;
  return next
    ? {
        ...before,
        statementKey: next.statementKey,
        statementVerdict: next.statementVerdict,
        state: {
          ...before.state,
          status: next.status,
          triage: next.triage,
          request: next.request,
        },
      }
    : before;
}

describe('decidePosition', () => {
  it.each([
    ['not_affected', MEDIUM, true, 'dismissed', 'new', 'dismissed'],
    ['not_affected', MEDIUM, false, 'open', 'new', 'dismissal_requested'],
    ['not_affected', 1, true, 'open', 'new', 'dismissal_requested'],
    ['not_affected', 0, true, 'open', 'new', 'dismissal_requested'],
    ['affected', MEDIUM, true, 'open', 'confirmed', 'confirmed'],
    ['fixed', MEDIUM, true, 'open', 'new', 'fix_claimed'],
    ['under_investigation', 0, true, 'open', 'new', 'statement_noted'],
  ] as const)(
    '%s at severity %d, trusted %s: %s, %s, as %s',
    (status, severity, trusted, becomes, triage, kind) => {
      const change = decidePosition(
        finding({ severity }),
        says({ status }, trusted),
        NOW,
      );
      expect(change?.next).toMatchObject({ status: becomes, triage });
      expect(change?.next.request !== null).toBe(
        kind === 'dismissal_requested',
      );
      expect(change?.event).toMatchObject({
        kind,
        source: 'Example Security, openvex doc-1',
      });
    },
  );

  it('asks in the name of the document, by who sent it', () => {
    const { request } = after(finding({ severity: 0 }), says()).state;
    expect(request).toEqual({
      requestedBy: 'ci',
      source: { kind: 'vex', name: 'Example Security', documentId: 'doc-1' },
      at: '2026-11-25T10:00:00.000Z',
      reason: 'vulnerable_code_not_present',
    });
  });

  it('turns a dismissal into a request when it becomes worse', () => {
    const dismissed = after(finding(), says());
    const change = decidePosition({ ...dismissed, severity: 1 }, says(), NOW);
    expect(change).toMatchObject({
      next: { status: 'open', statementVerdict: null },
      event: { kind: 'dismissal_requested' },
    });
    expect(change?.event?.note).toMatch(/open again$/);
  });

  it('undoes what a withdrawn statement did, and says so', () => {
    const dismissed = after(finding(), says());
    expect(decidePosition(dismissed, undefined, NOW)).toMatchObject({
      next: { status: 'open', statementKey: null, statementVerdict: null },
      event: { kind: 'statement_withdrawn', note: 'open again' },
      outcome: 'undone',
    });
  });

  it('lets a high finding stay open that its source suppresses, with a request', () => {
    const suppression = {
      status: 'accepted',
      justification: 'mocked',
    } as const;
    const asked = after(finding({ severity: 1, suppression }), undefined);
    expect(asked.state).toMatchObject({
      status: 'open',
      request: {
        source: { kind: 'suppression', name: 'Trivy' },
        reason: 'false_positive',
        text: 'mocked',
      },
    });
    const gone = after({ ...asked, suppression: null }, undefined);
    expect(gone.state.request).toBeNull();
  });

  it('takes the more careful of two statements of one time', () => {
    const careful = statement({ status: 'affected', position: 1 });
    expect(newestStatement([statement(), careful])).toBe(careful);
    const newer = statement({ at: NOW, position: 2 });
    expect(newestStatement([careful, newer])).toBe(newer);
  });

  const anyStatement = fc.option(
    fc.record({
      statement: fc
        .record({
          status: fc.constantFrom(...STATEMENT_STATUSES),
          reason: fc.constantFrom(...DISMISSAL_REASONS),
          at: fc.integer({ min: NOW - 5, max: NOW }),
          position: fc.nat(3),
        })
        .map(statement),
      trusted: fc.boolean(),
    }),
    { nil: undefined },
  );
  const anyFinding = fc
    .record({
      severity: fc.nat(4),
      suppressed: fc.boolean(),
      status: fc.constantFrom(
        'open',
        'dismissed',
        'resolved',
        'risk_accepted',
        'unlisted',
      ),
      verdict: fc.constantFrom('open', 'dismissed', null),
    })
    .map(({ severity, status, suppressed, verdict }) =>
      finding(
        {
          severity,
          suppression: suppressed ? { status: 'accepted' } : null,
        },
        { status, verdict },
      ),
    );

  it('never resolves, reopens or decides what a person decided', () => {
    fc.assert(
      fc.property(anyFinding, anyStatement, (before, counting) => {
        const { state } = after(before, counting);
        const { status, verdict } = before.state;
        expect(state.status === 'resolved').toBe(status === 'resolved');
        expect(state.status === 'unlisted').toBe(status === 'unlisted');
        const isDecided = verdict !== null || status === 'risk_accepted';
        const stands = JSON.stringify(state) === JSON.stringify(before.state);
        expect(!isDecided || stands).toBe(true);
        const mayDismiss = isDecided || before.severity >= MEDIUM;
        expect(mayDismiss || state.status !== 'dismissed').toBe(true);
      }),
    );
  });

  it('comes to the same end whatever was said before, and then rests', () => {
    fc.assert(
      fc.property(
        anyFinding,
        fc.array(anyStatement, { maxLength: 4 }),
        anyStatement,
        (first, before, last) => {
          // A status that nothing stands behind is no start.
          const start = after(first, undefined);
          const walked = before.reduce(after, start);
          const end = after(walked, last);
          expect(end).toEqual(after(start, last));
          expect(decidePosition(end, last, NOW)).toBeUndefined();
        },
      ),
    );
  });
});
