import {
  CONTROL_TYPES,
  DISMISSAL_REASONS,
  FINDING_ACTIONS,
  FINDING_EVENT_KINDS,
  FINDING_STATUSES,
  FINDING_TRIAGES,
  GATE_REASON_KINDS,
  GATE_VERDICTS,
  MOST_FINDINGS_PER_ACTION,
  REPORT_STATUSES,
  SEVERITIES,
  STATEMENT_STATUSES,
  THREAT_FILE_KINDS,
  UPLOAD_TOKEN_STATES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { JsonObject } from '@backstage/types';
import {
  count,
  date,
  flag,
  list,
  object,
  page,
  ref,
  text,
  time,
} from './building';
import { findingViewSchemas } from './findingViews';
import { inventorySchemas } from './inventorySchemas';
import { waiverSchemas } from './waiverSchemas';

const perSeverity = object(
  Object.fromEntries(SEVERITIES.map(severity => [severity, count])),
);

const location = object(
  {
    path: text,
    startLine: count,
    endLine: count,
    startColumn: count,
    url: text,
    method: text,
    parameter: text,
    logicalName: text,
    snippet: text,
    sourceUrl: text,
  },
  [
    'path',
    'startLine',
    'endLine',
    'startColumn',
    'url',
    'method',
    'parameter',
    'logicalName',
    'snippet',
    'sourceUrl',
  ],
);

const dismissalReason: JsonObject = {
  type: 'string',
  enum: [...DISMISSAL_REASONS],
};

const findingProperties: JsonObject = {
  id: text,
  entityRef: text,
  type: { type: 'string', enum: [...CONTROL_TYPES] },
  severity: { type: 'string', enum: [...SEVERITIES] },
  toolSeverity: text,
  score: { type: 'number' },
  ruleId: text,
  ruleName: text,
  title: text,
  status: { type: 'string', enum: [...FINDING_STATUSES] },
  tools: list(text),
  location: ref('FindingLocation'),
  locationCount: count,
  component: object(
    { name: text, version: text, purl: text, fixedVersions: list(text) },
    ['version', 'purl', 'fixedVersions'],
  ),
  advisoryIds: list(text),
  cwes: list(count),
  firstSeenAt: time,
  lastSeenAt: time,
  resolvedAt: time,
  dueAt: time,
  overdue: flag,
  waiverId: text,
  waivedUntil: time,
  noFix: flag,
  kev: { ...flag, description: 'Absent when it is not known' },
  kevSince: time,
  kevAsOf: time,
  epss: { type: 'number', description: '0 to 1; absent when there is no data' },
  epssPercentile: { type: 'number' },
  epssAsOf: time,
  reopenCount: count,
  triage: { type: 'string', enum: [...FINDING_TRIAGES] },
  assignee: text,
  linkedIssue: text,
  dismissalRequest: object(
    {
      requestedBy: text,
      source: object(
        {
          kind: { type: 'string', enum: ['vex', 'suppression'] },
          name: text,
          documentId: text,
        },
        ['documentId'],
      ),
      at: time,
      reason: dismissalReason,
      text,
    },
    ['source', 'text'],
  ),
  mayTriage: {
    ...flag,
    description: 'Whether the caller is a person who may triage it',
  },
};

const findingOptional = [
  'toolSeverity',
  'score',
  'ruleName',
  'location',
  'component',
  'resolvedAt',
  'dueAt',
  'waiverId',
  'waivedUntil',
  'assignee',
  'linkedIssue',
  'dismissalRequest',
  'kev',
  'kevSince',
  'kevAsOf',
  'epss',
  'epssPercentile',
  'epssAsOf',
];

const threatFileProperties: JsonObject = {
  kind: { type: 'string', enum: [...THREAT_FILE_KINDS] },
  loaded: flag,
  dataDate: time,
  staleAt: { ...time, description: 'From when on it counts as old' },
  version: text,
  rows: count,
  source: text,
  loadedAt: time,
};

const threatFileOptional = [
  'dataDate',
  'staleAt',
  'version',
  'rows',
  'source',
  'loadedAt',
];

const tokenProperties: JsonObject = {
  id: text,
  name: text,
  entityRefs: list(text),
  createdBy: text,
  createdAt: time,
  expiresAt: time,
  lastUsedAt: time,
  revokedAt: time,
  replacedBy: text,
  state: { type: 'string', enum: [...UPLOAD_TOKEN_STATES] },
  manageable: flag,
};

const tokenOptional = ['lastUsedAt', 'revokedAt', 'replacedBy'];

const reportCounts = object(
  {
    reported: count,
    new: count,
    unchanged: count,
    updated: count,
    reopened: count,
    resolved: count,
    suppressed: count,
    components: count,
  },
  ['components'],
);

const statementCounts = object(
  {
    documentId: text,
    author: text,
    stated: count,
    matched: count,
    unmatched: count,
    ambiguous: count,
    invalid: count,
    dismissed: count,
    requested: count,
    confirmed: count,
    noted: count,
    undone: count,
    warnings: list(text),
  },
  ['author'],
);

const fault = object(
  {
    name: text,
    message: text,
    details: object({ path: text, line: count }, ['path', 'line']),
  },
  ['details'],
);

const action: JsonObject = { type: 'string', enum: [...FINDING_ACTIONS] };

/** What the API answers. */
export const schemas: JsonObject = {
  ...findingViewSchemas,
  Accepted: object({
    reportId: text,
    status: { type: 'string', enum: [...REPORT_STATUSES] },
    links: object({ self: text }),
  }),
  ReportReceipt: object(
    {
      reportId: text,
      entityRef: text,
      sentFor: {
        ...text,
        description: 'The entity that it named, when it was re-bound',
      },
      status: { type: 'string', enum: [...REPORT_STATUSES] },
      applied: flag,
      reason: text,
      format: text,
      tool: text,
      category: text,
      ref: text,
      environment: text,
      commit: text,
      complete: flag,
      scannedAt: time,
      receivedAt: time,
      processedAt: time,
      submitter: text,
      sizeBytes: count,
      counts: reportCounts,
      statements: {
        ...statementCounts,
        description: 'What a VEX document did; absent for scans',
      },
      error: fault,
      links: object({ self: text }),
    },
    [
      'sentFor',
      'reason',
      'format',
      'tool',
      'category',
      'ref',
      'environment',
      'commit',
      'scannedAt',
      'processedAt',
      'counts',
      'statements',
      'error',
    ],
  ),
  ReportPage: page('ReportReceipt'),
  IngestionActivity: object(
    {
      since: time,
      received: count,
      entities: count,
      processed: count,
      partial: count,
      notApplied: count,
      rejected: count,
      failed: count,
      quarantined: count,
      waiting: count,
      oldestWaitingAt: time,
      oldestQuarantinedAt: time,
      isLowerBound: flag,
      asOf: time,
    },
    ['oldestWaitingAt', 'oldestQuarantinedAt', 'isLowerBound'],
  ),
  ...inventorySchemas,
  FindingLocation: location,
  Finding: object(findingProperties, findingOptional),
  FindingPage: page('Finding'),
  FindingDetail: object(
    {
      ...findingProperties,
      description: { ...text, description: 'Markdown from the scanner' },
      remediation: { ...text, description: 'Markdown from the scanner' },
      links: list(text),
      locations: list(ref('FindingLocation')),
      presence: list(
        object(
          {
            tool: text,
            category: text,
            ref: text,
            environment: text,
            lastSeenAt: time,
            present: flag,
          },
          ['category', 'ref', 'environment'],
        ),
      ),
      history: list(
        object(
          {
            at: time,
            kind: { type: 'string', enum: [...FINDING_EVENT_KINDS] },
            actor: text,
            source: {
              ...text,
              description: 'Author and id of the document that did it',
            },
            reportId: text,
            tool: text,
            commit: text,
            note: text,
          },
          ['actor', 'source', 'reportId', 'tool', 'commit', 'note'],
        ),
      ),
      statements: list(ref('FindingStatement')),
      dueReason: { ...text, description: 'Why it is due when it is' },
      actions: {
        ...list(action),
        description: 'What the caller may do with it now',
      },
    },
    [...findingOptional, 'description', 'remediation'],
  ),
  FindingStatement: object(
    {
      status: { type: 'string', enum: [...STATEMENT_STATUSES] },
      reason: dismissalReason,
      impact: { ...text, description: 'Plain text of the author' },
      action: text,
      at: time,
      format: text,
      documentId: text,
      author: text,
      version: text,
      reportId: text,
      counts: {
        ...flag,
        description: 'False where a newer statement counts instead',
      },
    },
    ['reason', 'impact', 'action', 'author', 'version'],
  ),
  FindingActionRequest: object(
    {
      ids: {
        ...list(text),
        minItems: 1,
        maxItems: MOST_FINDINGS_PER_ACTION,
      },
      action,
      reason: {
        ...dismissalReason,
        description: 'Of a dismissal; false_positive needs a text too',
      },
      text: { ...text, maxLength: 2000 },
      assignee: { ...text, description: 'Ref of a user' },
      url: { ...text, description: 'Of an issue, http or https' },
    },
    ['reason', 'text', 'assignee', 'url'],
  ),
  FindingActionAnswer: object(
    {
      actionId: text,
      undoUntil: {
        ...time,
        description: 'Until when the same person can undo it',
      },
      results: list(
        object(
          {
            id: text,
            outcome: {
              type: 'string',
              enum: ['done', 'pending', 'refused'],
              description: 'pending: a second person has to agree',
            },
            reason: { ...text, description: 'Why it was refused' },
          },
          ['reason'],
        ),
      ),
    },
    ['undoUntil'],
  ),
  FindingsSummary: object(
    {
      entityRef: text,
      open: perSeverity,
      openByType: {
        type: 'object',
        propertyNames: { enum: [...CONTROL_TYPES] },
        additionalProperties: perSeverity,
      },
      overdue: perSeverity,
      nextDueAt: time,
      dueWithin7Days: count,
      hasReports: flag,
      coverage: list(ref('Coverage')),
      asOf: time,
    },
    ['nextDueAt'],
  ),
  FlowCounts: object({ opened: count, closed: count, closedInTime: count }),
  FindingFlow: object({
    entityRef: text,
    since: date,
    until: date,
    total: ref('FlowCounts'),
    days: list(
      object({
        day: date,
        bySeverity: {
          type: 'object',
          propertyNames: { enum: [...SEVERITIES] },
          additionalProperties: ref('FlowCounts'),
        },
      }),
    ),
    asOf: time,
  }),
  GateRequest: object(
    {
      entityRef: { ...text, description: 'The entity that is built' },
      ref: {
        ...text,
        description: 'Branch or tag to judge; the base by default',
      },
      commit: {
        ...text,
        description: 'Commit whose scans have to be there, hexadecimal',
      },
      base: {
        ...text,
        description:
          'Branch or tag to compare with; the default ref of the entity by default',
      },
      policy: { ...text, description: 'Id of a policy' },
    },
    ['ref', 'commit', 'base', 'policy'],
  ),
  GateReason: object(
    {
      kind: { type: 'string', enum: [...GATE_REASON_KINDS] },
      verdict: { type: 'string', enum: [...GATE_VERDICTS] },
      message: text,
      findingId: text,
      severity: { type: 'string', enum: [...SEVERITIES] },
      kev: { ...flag, description: 'Whether it is known to be exploited' },
      type: { type: 'string', enum: [...CONTROL_TYPES] },
      title: text,
      ruleId: text,
      location: ref('FindingLocation'),
      tool: text,
      dueAt: time,
      waivedUntil: time,
    },
    [
      'findingId',
      'severity',
      'kev',
      'type',
      'title',
      'ruleId',
      'location',
      'tool',
      'dueAt',
      'waivedUntil',
    ],
  ),
  GateAnswer: object(
    {
      entityRef: text,
      verdict: { type: 'string', enum: [...GATE_VERDICTS] },
      reasons: list(ref('GateReason')),
      counts: object({
        new: perSeverity,
        overdue: perSeverity,
        accepted: count,
        fixed: count,
        unknown: count,
      }),
      ref: text,
      commit: text,
      base: text,
      policy: object({ id: text, failClosed: flag }),
      links: object({ findings: text }),
      asOf: time,
    },
    ['ref', 'commit'],
  ),
  ThreatIntelligenceStatus: object({
    files: list(object(threatFileProperties, threatFileOptional)),
    settled: {
      ...flag,
      description: 'Whether due dates and order have followed the files',
    },
    canManage: flag,
    asOf: time,
  }),
  ThreatFileAnswer: object(
    { ...threatFileProperties, changed: flag },
    threatFileOptional,
  ),
  UploadToken: object(tokenProperties, tokenOptional),
  MintedUploadToken: object({ ...tokenProperties, token: text }, tokenOptional),
  ExchangedUploadToken: object({
    token: text,
    entityRef: text,
    expiresAt: time,
  }),
  UploadTokenPage: page('UploadToken'),
  ...waiverSchemas,
  WaiverPage: page('Waiver'),
  Error: {
    type: 'object',
    properties: {
      error: {
        type: 'object',
        properties: {
          name: text,
          message: text,
          details: object({ path: text, line: count }, ['line']),
        },
        required: ['name', 'message'],
      },
    },
    required: ['error'],
  },
};
