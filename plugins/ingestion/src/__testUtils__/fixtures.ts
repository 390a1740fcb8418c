import {
  Coverage,
  Finding,
  FindingDetail,
  FindingFacets,
  FindingFlow,
  FindingGroup,
  FindingsSummary,
  FindingsTrend,
  IngestionActivity,
  Page,
  ReportReceipt,
  WaiverDetail,
  WaiverPreview,
} from '@synchrony/backstage-plugin-ingestion-common';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

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
    triage: 'new',
    mayTriage: true,
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
    dueReason:
      'due 29 Nov 2026: high on tier-1, internet-facing, not in KEV; policy default v1',
    statements: [],
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

/** The groups that the back end would make of findings of packages. */
export function groupsOf(findings: Finding[]): FindingGroup[] {
  const byName = Map.groupBy(
    findings,
    ({ component, ruleId }) => component?.name ?? ruleId,
  );
  return [...byName].map(([name, items]) => {
    const [{ component, type }] = items;
    const bySeverity = { ...NONE };
    for (const { severity } of items) {
      bySeverity[severity] += 1;
    }
    return {
      id: name,
      cause: component ? 'package' : 'rule',
      name,
      version: component?.version,
      type,
      count: items.length,
      bySeverity,
      rules: new Set(items.map(item => item.ruleId)).size,
      overdue: 0,
      nextDueAt: items[0].dueAt,
      withoutFix: 0,
    };
  });
}

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
    processing: { medianMs: 2300, longestMs: 41_000 },
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

export function flow(): FindingFlow {
  return {
    entityRef: 'component:default/payments-api',
    since: '2026-08-27',
    until: '2026-11-24',
    total: { opened: 50, closed: 43, closedInTime: 41 },
    days: [],
    asOf: '2026-11-24T14:02:00.000Z',
  };
}

export function facets(change: Partial<FindingFacets> = {}): FindingFacets {
  return {
    severity: { ...NONE, critical: 1, high: 5 },
    status: { open: 6, resolved: 2, dismissed: 0, risk_accepted: 0 },
    type: { sast: 1, sca: 5, secret: 0, dast: 0, container: 0, iac: 0 },
    due: { overdue: 2, within7Days: 3, later: 1, none: 0 },
    tools: [{ tool: 'Trivy', count: 5 }],
    environments: [{ environment: 'prod', count: 2 }],
    asOf: daysFromNow(0),
    ...change,
  };
}

/** Days up to today, with so many high findings open on each. */
export function trend(
  highs: (number | undefined)[],
  change: Partial<FindingsTrend> = {},
): FindingsTrend {
  return {
    entityRef: ENTITY_REF,
    days: highs.map((high, index) => ({
      day: daysFromNow(index - highs.length + 1).slice(0, 10),
      ...(high !== undefined && { open: { ...NONE, high } }),
    })),
    gaps: [],
    asOf: daysFromNow(0),
    ...change,
  };
}

export function waiverDetail(change: Partial<WaiverDetail> = {}): WaiverDetail {
  return {
    id: 'w1',
    target: { kind: 'rule', entityRef: ENTITY_REF, package: 'netty' },
    title: `Package netty on ${ENTITY_REF}`,
    status: 'requested',
    reason: 'The new driver comes in December',
    riskStatement: 'Unlikely behind the proxy',
    treatment: 'mitigate_later',
    requester: 'user:default/bob',
    requestedAt: daysFromNow(-1),
    expiresAt: daysFromNow(20),
    renewals: 0,
    entityRefs: [ENTITY_REF],
    entityCount: 1,
    hides: { total: 0, bySeverity: NONE },
    partial: false,
    requirement: {
      roles: ['risk-owner', 'ciso-delegate'],
      maxDays: 30,
      because: ['The worst that it hides is critical.'],
    },
    approvals: [
      {
        role: 'risk-owner',
        approvedBy: 'user:default/owner',
        at: daysFromNow(-0.5),
      },
      { role: 'ciso-delegate' },
    ],
    actions: [],
    approvableAs: [],
    log: [
      {
        at: daysFromNow(-1),
        kind: 'requested',
        actor: 'user:default/bob',
        note: 'The new driver comes in December',
      },
    ],
    findings: [finding()],
    asOf: daysFromNow(0),
    ...change,
  };
}

export function waiverPreview(
  change: Partial<WaiverPreview> = {},
): WaiverPreview {
  return {
    target: { kind: 'finding', entityRef: ENTITY_REF, findingIds: ['f1'] },
    title: `1 finding of ${ENTITY_REF}`,
    hides: { total: 12, bySeverity: { ...NONE, high: 3, medium: 9 } },
    alreadyAccepted: 0,
    findings: [finding()],
    entities: [{ entityRef: ENTITY_REF, findings: 12 }],
    entityCount: 2,
    requirement: {
      roles: ['appsec'],
      maxDays: 60,
      because: ['The worst that it hides is high.'],
    },
    latestExpiry: daysFromNow(60),
    asOf: daysFromNow(0),
    ...change,
  };
}
