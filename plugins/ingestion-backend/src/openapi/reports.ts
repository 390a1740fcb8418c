import { JsonObject } from '@backstage/types';
import {
  EXPORT_FORMATS,
  REPORT_OUTCOMES,
  REPORT_SOURCES,
  REPORT_STATUSES,
  REPORT_TRANSITIONS,
  SEARCHED_REPORT_DAYS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { count, flag, list, object, page, text, time, words } from './building';
import { answer, errors, file, paging, path, query } from './operations';

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

/** Receipts, and what arrived. */
export const reportSchemas: JsonObject = {
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
      processing: {
        ...object({ medianMs: count, longestMs: count }),
        description:
          'Of the processed ones, from coming into the queue to the result',
      },
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
    ['processing', 'oldestWaitingAt', 'oldestQuarantinedAt', 'isLowerBound'],
  ),
};

/** What narrows a list of receipts. */
const reportNarrowing: JsonObject[] = [
  query('entityRef', 'Only of this entity'),
  query('status', 'Only with this status', words(REPORT_STATUSES)),
  query('outcome', 'One or several, separated by commas', {
    type: 'array',
    items: words(REPORT_OUTCOMES),
  }),
  query(
    'source',
    'Only by this kind of submitter; a service has a static token',
    words(REPORT_SOURCES),
  ),
  query(
    'q',
    `Text in the name of the entity, the tool or the submitter; without entityRef and since of the last ${SEARCHED_REPORT_DAYS} days`,
  ),
  query('since', 'Received then or later', time),
  query('until', 'Received before', time),
];

const submission: JsonObject[] = [
  query('entityRef', 'The entity that was scanned', text, true),
  query('format', 'Format id, when the content does not tell it'),
  query('tool', 'Overrides the name of the tool'),
  query('category', 'Tells scans of one tool apart'),
  query('ref', 'Branch or tag'),
  query('commit', 'Commit that was scanned, hexadecimal'),
  query('environment', 'Environment that was scanned'),
  query('startedAt', 'When the scan started', {
    type: 'string',
    format: 'date-time',
  }),
  query('complete', 'false for a scan that did not cover everything', {
    ...flag,
    default: true,
  }),
  query('emptyMeansClean', 'An empty body means that nothing was found', {
    ...flag,
    default: false,
  }),
  {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Kept for 30 days for each submitter',
    required: false,
    schema: { type: 'string', maxLength: 255 },
  },
  {
    name: 'Content-Encoding',
    in: 'header',
    required: false,
    schema: words(['gzip', 'identity']),
  },
];

/** The table of what becomes of a report, in words. */
function describeStatuses(): string {
  return REPORT_TRANSITIONS.map(
    ({ event, from, to, when }) =>
      `- ${event}: ${from.length > 0 ? `from ${from.join(', ')} ` : ''}to ${to}, when ${when}`,
  ).join('\n');
}

/** Sending reports, and what became of them. */
export const reportPaths: JsonObject = {
  '/reports': {
    post: {
      summary: 'Send a report',
      parameters: submission,
      requestBody: {
        required: true,
        content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        '202': answer('The report is stored and will be processed', 'Accepted'),
        ...errors(400, 401, 403, 409, 413, 415, 422),
      },
    },
    get: {
      summary: 'Receipts, newest first',
      parameters: [...reportNarrowing, ...paging],
      responses: {
        '200': answer('A page', 'ReportPage'),
        ...errors(400, 401),
      },
    },
  },
  '/reports/export': {
    get: {
      summary: 'All receipts that the filter leaves, as a file',
      parameters: [
        query('format', 'Of the file', words(EXPORT_FORMATS), true),
        ...reportNarrowing,
      ],
      responses: {
        '200': file('ReportReceipt'),
        ...errors(400, 401),
      },
    },
  },
  '/reports/{reportId}': {
    get: {
      summary: 'What became of a report',
      description: describeStatuses(),
      parameters: [
        path('reportId'),
        query('wait', 'Seconds to wait until it is final or quarantined', {
          type: 'number',
          minimum: 0,
          maximum: 60,
        }),
      ],
      responses: {
        '200': answer('The receipt', 'ReportReceipt'),
        ...errors(400, 401, 404),
      },
    },
  },
  '/activity': {
    get: {
      summary: 'Reports of the last 24 hours, counted, and what waits',
      parameters: [],
      responses: {
        '200': answer('The counts', 'IngestionActivity'),
        ...errors(401),
      },
    },
  },
};
