import {
  ADVISORY_BUCKETS,
  COMPONENT_BUCKETS,
  CONTROL_TYPES,
  EXPORT_FORMATS,
  FINDING_DUES,
  FINDING_ORDERS,
  FINDING_STATUSES,
  FINDING_TRANSITIONS,
  MOST_FLOW_DAYS,
  MOST_UPLOAD_TOKEN_DAYS,
  REPORT_OUTCOMES,
  REPORT_SOURCES,
  REPORT_STATUSES,
  SEARCHED_REPORT_DAYS,
  SEVERITIES,
  THREAT_FILE_KINDS,
  UNDO_SECONDS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { JsonObject } from '@backstage/types';

const text: JsonObject = { type: 'string' };
const flag: JsonObject = { type: 'boolean' };
const dateTime: JsonObject = { type: 'string', format: 'date-time' };

export function query(
  name: string,
  description: string,
  schema: JsonObject = text,
  required = false,
): JsonObject {
  return { name, in: 'query', description, required, schema };
}

export function path(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: text };
}

export function words(list: readonly string[]): JsonObject {
  return { type: 'string', enum: [...list] };
}

export function answer(description: string, schema: string): JsonObject {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  };
}

/** An export, of items of a schema. */
export function file(schema: string): JsonObject {
  return {
    description: 'A file that is written while it is read',
    content: {
      'text/csv': { schema: text },
      'application/json': {
        schema: {
          type: 'array',
          items: { $ref: `#/components/schemas/${schema}` },
        },
      },
    },
  };
}

export function errors(...statuses: number[]): JsonObject {
  const meaning: Record<number, string> = {
    400: 'A parameter, the body or the encoding is wrong; details.path names it',
    401: 'Not signed in',
    403: 'Not allowed; for reports the message names what is',
    404: 'Does not exist, or may not be seen',
    409: 'Does not go with what was done before; the message says how',
    413: 'The body is too large',
    415: 'The Content-Encoding is not supported',
    503: 'Something that is needed does not answer now; try again',
    422: 'It can not count or be done as it is; the message says why',
  };
  return Object.fromEntries(
    statuses.map(status => [String(status), answer(meaning[status], 'Error')]),
  );
}

/** The table of what people can do, in words. */
function describeActions(): string {
  return FINDING_TRANSITIONS.map(({ action, from, guards, to }) => {
    const conditions = guards.length > 0 ? `, if ${guards.join(' and ')}` : '';
    return `- ${action}: from ${from.join(', ')} to ${to ?? 'the same'}${conditions}`;
  }).join('\n');
}

export const paging = [
  query('cursor', 'From pageInfo of another page of the same list'),
  query('limit', 'Items a page, 50 by default', {
    type: 'integer',
    minimum: 1,
    maximum: 1000,
  }),
];

/** What narrows a list of findings. */
const narrowing: JsonObject[] = [
  query('entityRef', 'Only of this entity'),
  query('ownedBy', 'Only of entities that this group or user owns'),
  query('ref', 'As seen on this branch or tag'),
  query('status', 'open by default', words([...FINDING_STATUSES, 'all'])),
  query('severity', 'One or several, separated by commas', {
    type: 'array',
    items: words(SEVERITIES),
  }),
  query('type', 'One or several, separated by commas', {
    type: 'array',
    items: words(CONTROL_TYPES),
  }),
  query('tool', 'Only what this tool sees now'),
  query('overdue', 'Only past, or only before, the due date', flag),
  query('kev', 'Only what is known to be exploited', words(['true'])),
  query('epssAtLeast', 'Only with an EPSS of at least that', {
    type: 'number',
    minimum: 0,
    maximum: 1,
  }),
  query(
    'q',
    'Exact advisory, rule or package; within one entity also free text',
  ),
  query('due', 'Only what is due then', words(FINDING_DUES)),
];

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
  query('since', 'Received then or later', dateTime),
  query('until', 'Received before', dateTime),
];

const grouped = query(
  'group',
  'Only of this group of an entity, by its id; needs entityRef',
);

const ordered = query('orderBy', 'suggested by default', words(FINDING_ORDERS));

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

export function jsonBody(schema: JsonObject): JsonObject {
  return { required: true, content: { 'application/json': { schema } } };
}

const tokenRequest: JsonObject = {
  type: 'object',
  properties: {
    name: { type: 'string', maxLength: 200 },
    entityRefs: { type: 'array', items: text, minItems: 1, maxItems: 100 },
    expiresInDays: {
      type: 'integer',
      minimum: 1,
      maximum: MOST_UPLOAD_TOKEN_DAYS,
      default: 90,
    },
  },
  required: ['name', 'entityRefs'],
  additionalProperties: false,
};

/** What can be asked. */
export const paths: JsonObject = {
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
  '/findings': {
    get: {
      summary: 'Findings',
      parameters: [...narrowing, grouped, ordered, ...paging],
      responses: {
        '200': answer('A page', 'FindingPage'),
        ...errors(400, 401),
      },
    },
  },
  '/findings/groups': {
    get: {
      summary:
        'Findings of an entity by cause: the version of a package, or a rule',
      parameters: [
        ...narrowing.filter(({ name }) => name !== 'entityRef'),
        query('entityRef', 'The entity', text, true),
        ...paging,
      ],
      responses: {
        '200': answer('A page, in the suggested order', 'FindingGroupPage'),
        ...errors(400, 401),
      },
    },
  },
  '/findings/facets': {
    get: {
      summary: 'How many findings each choice of the filter would leave',
      parameters: [...narrowing, grouped],
      responses: {
        '200': answer('The counts', 'FindingFacets'),
        ...errors(400, 401),
      },
    },
  },
  '/findings/export': {
    get: {
      summary: 'All that the filter leaves, as a file',
      parameters: [
        query('format', 'Of the file', words(EXPORT_FORMATS), true),
        ...narrowing,
        grouped,
        ordered,
      ],
      responses: {
        '200': file('Finding'),
        ...errors(400, 401),
      },
    },
  },
  '/findings/{id}': {
    get: {
      summary: 'One finding with its places and history',
      parameters: [path('id')],
      responses: {
        '200': answer('The finding', 'FindingDetail'),
        ...errors(401, 404),
      },
    },
  },
  '/findings/actions': {
    post: {
      summary: 'Confirm, dismiss, assign or note findings, as a person',
      description: describeActions(),
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/FindingActionRequest' },
          },
        },
      },
      responses: {
        '200': answer('What became of each finding', 'FindingActionAnswer'),
        ...errors(400, 401, 403),
      },
    },
  },
  '/findings/actions/{actionId}/undo': {
    post: {
      summary: `Take an action of one's own back, for ${UNDO_SECONDS} seconds`,
      parameters: [path('actionId')],
      responses: {
        '200': answer('What became of each finding', 'FindingActionAnswer'),
        ...errors(401, 403, 404, 409),
      },
    },
  },
  '/entities/{namespace}/{kind}/{name}/summary': {
    get: {
      summary: 'Open findings and coverage of an entity, as of now',
      parameters: [path('namespace'), path('kind'), path('name')],
      responses: {
        '200': answer('The summary', 'FindingsSummary'),
        ...errors(401, 403, 404),
      },
    },
  },
  '/entities/{namespace}/{kind}/{name}/flow': {
    get: {
      summary: 'How many findings of an entity were opened and closed, by day',
      parameters: [
        path('namespace'),
        path('kind'),
        path('name'),
        query('days', 'The last days, today included; 90 by default', {
          type: 'integer',
          minimum: 1,
          maximum: MOST_FLOW_DAYS,
        }),
      ],
      responses: {
        '200': answer('The days on which something happened', 'FindingFlow'),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  '/entities/{namespace}/{kind}/{name}/inventory': {
    get: {
      summary: 'What an entity consists of, by name',
      parameters: [
        path('namespace'),
        path('kind'),
        path('name'),
        query('q', 'Only packages whose names begin with it'),
        ...paging,
      ],
      responses: {
        '200': answer('A page, and the lists that it is of', 'EntityInventory'),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  '/inventory/components': {
    get: {
      summary: 'Entities by whether they have a package in some versions',
      parameters: [
        query('package', 'A name, group:name or a package URL', text, true),
        query('version', 'A range such as "<2.17.0" or ">=2.0 <2.17"'),
        query('bucket', 'affected by default', words(COMPONENT_BUCKETS)),
        query('ownedBy', 'Limits the page to what this group or user owns'),
        ...paging,
      ],
      responses: {
        '200': answer('Counts, and a page of one bucket', 'ComponentSearch'),
        ...errors(400, 401),
      },
    },
  },
  '/inventory/packages': {
    get: {
      summary: 'Packages whose names begin with a text',
      parameters: [query('q', 'The beginning of a name', text, true)],
      responses: {
        '200': answer('At most 20', 'PackageSuggestions'),
        ...errors(400, 401),
      },
    },
  },
  '/advisories/{id}': {
    get: {
      summary: 'Entities by what is known of an advisory there',
      parameters: [
        path('id'),
        query('bucket', 'open by default', words(ADVISORY_BUCKETS)),
        query('ownedBy', 'Limits the page to what this group or user owns'),
        ...paging,
      ],
      responses: {
        '200': answer('Counts, and a page of one bucket', 'AdvisorySearch'),
        ...errors(400, 401),
      },
    },
  },
  '/entities/{namespace}/{kind}/{name}/trend': {
    get: {
      summary: 'Open findings of an entity on each of the last 90 days',
      parameters: [path('namespace'), path('kind'), path('name')],
      responses: {
        '200': answer('The days, oldest first', 'FindingsTrend'),
        ...errors(401, 403, 404),
      },
    },
  },
  '/gate': {
    post: {
      summary: 'A verdict on what a ref brings in since the base',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/GateRequest' },
          },
        },
      },
      responses: {
        '200': answer('The verdict and its reasons', 'GateAnswer'),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  '/threat-intelligence': {
    get: {
      summary: 'Which files of EPSS, KEV and SSVC are loaded',
      responses: {
        '200': answer('One entry a kind', 'ThreatIntelligenceStatus'),
        ...errors(401, 403),
      },
    },
  },
  '/threat-intelligence/{kind}': {
    put: {
      summary: 'Load a file as published, also gzipped: all of it or nothing',
      parameters: [{ ...path('kind'), schema: words(THREAT_FILE_KINDS) }],
      requestBody: {
        required: true,
        content: {
          'application/octet-stream': {
            schema: { type: 'string', format: 'binary' },
          },
        },
      },
      responses: {
        '200': answer('What is loaded now', 'ThreatFileAnswer'),
        ...errors(400, 401, 403, 404, 409),
      },
    },
  },
  '/upload-tokens': {
    post: {
      summary: 'Make an upload token; people only',
      requestBody: jsonBody(tokenRequest),
      responses: {
        '201': answer('The token, shown this once', 'MintedUploadToken'),
        ...errors(400, 401, 403),
      },
    },
    get: {
      summary: 'Upload tokens, newest first, without their secrets',
      parameters: [
        query('entityRef', 'Only those that may send for this entity'),
        ...paging,
      ],
      responses: {
        '200': answer('A page', 'UploadTokenPage'),
        ...errors(400, 401, 403),
      },
    },
  },
  '/upload-tokens/{id}/rotate': {
    post: {
      summary: 'Make a token in place of this one, which works 24 hours more',
      parameters: [path('id')],
      responses: {
        '201': answer('The new token, shown this once', 'MintedUploadToken'),
        ...errors(401, 403, 404, 409),
      },
    },
  },
  '/upload-tokens/{id}': {
    delete: {
      summary: 'Revoke an upload token at once',
      parameters: [path('id')],
      responses: {
        '204': { description: 'It is revoked' },
        ...errors(401, 403, 404),
      },
    },
  },
  '/oidc/exchange': {
    post: {
      summary:
        'Exchange the ID token of a pipeline, once, for an upload token of 15 minutes',
      security: [],
      requestBody: jsonBody({
        type: 'object',
        properties: {
          token: { type: 'string', maxLength: 16384 },
          entityRef: text,
        },
        required: ['token', 'entityRef'],
        additionalProperties: false,
      }),
      responses: {
        '200': answer('The upload token', 'ExchangedUploadToken'),
        ...errors(400, 401, 403, 503),
      },
    },
  },
};
