import { JsonObject } from '@backstage/types';
import {
  CONTROL_TYPES,
  DISMISSAL_REASONS,
  FINDING_ACTIONS,
  FINDING_EVENT_KINDS,
  FINDING_STATUSES,
  FINDING_TRIAGES,
  MOST_FINDINGS_PER_ACTION,
  SEVERITIES,
  STATEMENT_STATUSES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { count, flag, list, object, page, ref, text, time } from './building';

const locationProperties: JsonObject = {
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
};

const location = object(locationProperties, Object.keys(locationProperties));

const dismissalReason: JsonObject = {
  type: 'string',
  enum: [...DISMISSAL_REASONS],
};

const severity: JsonObject = { type: 'string', enum: [...SEVERITIES] };

const findingProperties: JsonObject = {
  id: text,
  entityRef: text,
  type: { type: 'string', enum: [...CONTROL_TYPES] },
  severity: {
    ...severity,
    description: 'The one that counts: adjusted, or the scanner’s',
  },
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
  sourceSeverity: {
    ...severity,
    description: 'What the scanner says, where a person adjusted the severity',
  },
  severityAdjustment: object(
    {
      severity,
      from: { ...severity, description: 'What the scanner said then' },
      by: text,
      at: time,
      reason: text,
      approvedBy: text,
    },
    ['approvedBy'],
  ),
  severityRequest: object(
    { severity, requestedBy: text, at: time, reason: text },
    [],
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
  'sourceSeverity',
  'severityAdjustment',
  'severityRequest',
  'kev',
  'kevSince',
  'kevAsOf',
  'epss',
  'epssPercentile',
  'epssAsOf',
];

const action: JsonObject = { type: 'string', enum: [...FINDING_ACTIONS] };

/** Findings one by one, and what people do with them. */
export const findingSchemas: JsonObject = {
  FindingLocation: location,
  RelatedLocation: object(
    {
      ...locationProperties,
      role: {
        type: 'string',
        enum: ['related', 'step'],
        description: 'step: one of a way through the code, in its order',
      },
      message: { ...text, description: 'Plain text from the scanner' },
    },
    [...Object.keys(locationProperties), 'message'],
  ),
  Finding: object(findingProperties, findingOptional),
  FindingPage: page('Finding'),
  FindingDetail: object(
    {
      ...findingProperties,
      description: { ...text, description: 'Markdown from the scanner' },
      remediation: { ...text, description: 'Markdown from the scanner' },
      links: list(text),
      locations: list(ref('FindingLocation')),
      related: {
        ...list(ref('RelatedLocation')),
        description: 'Places that explain it, at most 20 of each role',
      },
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
    [...findingOptional, 'description', 'remediation', 'related'],
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
      severity: {
        ...severity,
        description: 'Of an adjustment; the scanner’s own ends it',
      },
      text: { ...text, maxLength: 2000 },
      assignee: { ...text, description: 'Ref of a user' },
      url: { ...text, description: 'Of an issue, http or https' },
    },
    ['reason', 'severity', 'text', 'assignee', 'url'],
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
};
