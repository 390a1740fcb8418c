import {
  Coverage,
  Finding,
  FindingDetail,
  FindingsSummary,
  IngestionActivity,
  Page,
  ReportReceipt,
} from '@synchrony/backstage-plugin-ingestion-common';

export const ENTITY_REF = 'component:default/instant-payments-api';

const DAY = 24 * 60 * 60 * 1000;

/** A time some days from now, in the past or to come. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString();
}

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    id: 'f1',
    entityRef: ENTITY_REF,
    type: 'sca',
    severity: 'high',
    ruleId: 'CVE-2026-12345',
    title: 'Request smuggling over HTTP/2',
    status: 'open',
    tools: ['Trivy'],
    location: { path: 'package-lock.json', startLine: 12 },
    locationCount: 3,
    component: { name: 'netty-codec-http2', version: '4.1.94' },
    advisoryIds: ['CVE-2026-12345'],
    cwes: [444],
    firstSeenAt: daysFromNow(-3.1),
    lastSeenAt: daysFromNow(-0.1),
    dueAt: daysFromNow(4.5),
    overdue: false,
    noFix: false,
    reopenCount: 0,
    ...change,
  };
}

export function findingDetail(
  change: Partial<FindingDetail> = {},
): FindingDetail {
  return {
    ...finding(),
    description: 'A request can hide **another** one.',
    remediation: 'Update to 4.1.118.',
    links: ['https://example.com/advisory'],
    locations: [
      {
        path: 'package-lock.json',
        startLine: 12,
        sourceUrl: 'https://git.example.com/blob/d41e0f2/package-lock.json#L12',
      },
      { path: 'src/Main.java', startLine: 4, snippet: 'new Http2Codec()' },
    ],
    presence: [
      {
        tool: 'Trivy',
        category: 'image',
        ref: 'main',
        lastSeenAt: daysFromNow(-0.1),
        present: true,
      },
    ],
    triage: 'new',
    dueReason:
      'due 29 Nov 2026: high on tier-1, internet-facing, not in KEV; policy default v1',
    actions: [],
    history: [
      {
        at: daysFromNow(-3.1),
        kind: 'opened',
        tool: 'Trivy',
        commit: 'abc1234',
      },
      {
        at: daysFromNow(-1),
        kind: 'updated',
        note: 'severity medium → high',
      },
    ],
    ...change,
  };
}

export function pageOf<T>(items: T[], change: Partial<Page<T>> = {}): Page<T> {
  return { items, totalItems: items.length, pageInfo: {}, ...change };
}

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

export const ACTIVE_SAST: Coverage = {
  controlType: 'sast',
  state: 'active',
  tool: 'CodeQL',
  lastCompleteAt: daysFromNow(-1),
  staleAt: daysFromNow(13),
};

export const STALE_SCA: Coverage = {
  controlType: 'sca',
  state: 'stale',
  tool: 'Trivy',
  lastCompleteAt: daysFromNow(-17.2),
  staleAt: daysFromNow(-10),
};

export function summary(
  change: Partial<FindingsSummary> = {},
): FindingsSummary {
  return {
    entityRef: ENTITY_REF,
    open: { ...NONE, critical: 1, high: 5 },
    openByType: {},
    overdue: { ...NONE, high: 2 },
    nextDueAt: daysFromNow(4.5),
    dueWithin7Days: 3,
    hasReports: true,
    coverage: [ACTIVE_SAST, { controlType: 'dast', state: 'missing' }],
    asOf: daysFromNow(0),
    ...change,
  };
}

export const CLEAN = summary({
  open: NONE,
  overdue: NONE,
  nextDueAt: undefined,
  dueWithin7Days: 0,
});

export const NEVER_SCANNED = summary({
  ...CLEAN,
  hasReports: false,
  coverage: [],
});

export function receipt(change: Partial<ReportReceipt> = {}): ReportReceipt {
  return {
    reportId: 'r1',
    entityRef: ENTITY_REF,
    status: 'processed',
    applied: true,
    format: 'sarif-2.1.0',
    tool: 'CodeQL',
    ref: 'main',
    commit: 'd41e0f2aaaabbbb',
    complete: true,
    receivedAt: daysFromNow(-0.1),
    submitter: 'ci',
    sizeBytes: 1_200_000,
    counts: {
      reported: 7,
      new: 2,
      unchanged: 5,
      updated: 0,
      reopened: 0,
      resolved: 5,
      suppressed: 0,
    },
    links: { self: '' },
    ...change,
  };
}

export function activity(
  changes: Partial<IngestionActivity> = {},
): IngestionActivity {
  return {
    since: '2026-11-23T12:00:00Z',
    received: 68,
    entities: 57,
    processed: 59,
    partial: 3,
    notApplied: 1,
    rejected: 2,
    failed: 0,
    quarantined: 0,
    waiting: 1,
    oldestWaitingAt: '2026-11-24T11:59:00Z',
    asOf: '2026-11-24T12:00:00Z',
    ...changes,
  };
}
