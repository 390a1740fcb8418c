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
  UPLOAD_TOKEN_STATES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { JsonObject } from '@backstage/types';

const text: JsonObject = { type: 'string' };
const time: JsonObject = { type: 'string', format: 'date-time' };
const count: JsonObject = { type: 'integer', minimum: 0 };
const flag: JsonObject = { type: 'boolean' };

export function object(
  properties: JsonObject,
  optional: string[] = [],
): JsonObject {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter(name => !optional.includes(name)),
    additionalProperties: false,
  };
}

export function list(items: JsonObject): JsonObject {
  return { type: 'array', items };
}

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

export function page(item: string): JsonObject {
  return object(
    {
      items: list(ref(item)),
      totalItems: count,
      totalIsLowerBound: {
        ...flag,
        description: 'There are more than totalItems',
      },
      pageInfo: object({ nextCursor: text, prevCursor: text }, [
        'nextCursor',
        'prevCursor',
      ]),
    },
    ['totalIsLowerBound'],
  );
}

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
  noFix: flag,
  reopenCount: count,
};

const findingOptional = [
  'toolSeverity',
  'score',
  'ruleName',
  'location',
  'component',
  'resolvedAt',
  'dueAt',
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

const reportCounts = object({
  reported: count,
  new: count,
  unchanged: count,
  updated: count,
  reopened: count,
  resolved: count,
  suppressed: count,
});

const fault = object(
  {
    name: text,
    message: text,
    details: object({ path: text, line: count }, ['path', 'line']),
  },
  ['details'],
);

const action: JsonObject = { type: 'string', enum: [...FINDING_ACTIONS] };

const dismissalReason: JsonObject = {
  type: 'string',
  enum: [...DISMISSAL_REASONS],
};

/** What the API answers. */
export const schemas: JsonObject = {
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
            reportId: text,
            tool: text,
            commit: text,
            note: text,
          },
          ['actor', 'reportId', 'tool', 'commit', 'note'],
        ),
      ),
      triage: { type: 'string', enum: [...FINDING_TRIAGES] },
      assignee: text,
      linkedIssue: text,
      dismissalRequest: object(
        { requestedBy: text, at: time, reason: dismissalReason, text },
        ['text'],
      ),
      actions: {
        ...list(action),
        description: 'What the caller may do with it now',
      },
    },
    [
      ...findingOptional,
      'description',
      'remediation',
      'assignee',
      'linkedIssue',
      'dismissalRequest',
    ],
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
      type: { type: 'string', enum: [...CONTROL_TYPES] },
      title: text,
      ruleId: text,
      location: ref('FindingLocation'),
      tool: text,
      dueAt: time,
    },
    [
      'findingId',
      'severity',
      'type',
      'title',
      'ruleId',
      'location',
      'tool',
      'dueAt',
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
  UploadToken: object(tokenProperties, tokenOptional),
  MintedUploadToken: object({ ...tokenProperties, token: text }, tokenOptional),
  ExchangedUploadToken: object({
    token: text,
    entityRef: text,
    expiresAt: time,
  }),
  UploadTokenPage: page('UploadToken'),
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
