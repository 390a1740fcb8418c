import { JsonObject } from '@backstage/types';
import { MOST_DELIVERIES_PER_REQUEST } from '@synchrony/backstage-plugin-ingestion-common';
import { answer, errors, jsonBody, paging, query } from './operations';

/** One of a kind, or many of them. */
function oneOrMany(schema: string): JsonObject {
  const one: JsonObject = { $ref: `#/components/schemas/${schema}` };
  return jsonBody({
    oneOf: [
      one,
      {
        type: 'array',
        items: one,
        minItems: 1,
        maxItems: MOST_DELIVERIES_PER_REQUEST,
      },
    ],
  });
}

function collection(options: {
  what: string;
  schema: string;
  filters: JsonObject[];
}): JsonObject {
  const { filters, schema, what } = options;
  return {
    post: {
      summary: `Send ${what}, one or up to ${MOST_DELIVERIES_PER_REQUEST}: all or nothing`,
      description:
        'The token must be bound to the entity, as for reports. Sent again, the later state counts; an older one is kept, and does not.',
      requestBody: oneOrMany(`${schema}Request`),
      responses: {
        '200': answer('What became of each, in order', 'DeliveryAnswer'),
        ...errors(400, 401, 403, 413, 422, 503),
      },
    },
    get: {
      summary: `${what}, the last finished first, in their latest states`,
      parameters: [
        query('entityRef', 'Only of this entity'),
        ...filters,
        query('since', 'Finished then or later', {
          type: 'string',
          format: 'date-time',
        }),
        ...paging,
      ],
      responses: {
        '200': answer('A page', `${schema}Page`),
        ...errors(400, 401),
      },
    },
  };
}

function requiredHeader(name: string, description: string): JsonObject {
  return {
    name,
    in: 'header',
    description,
    required: true,
    schema: { type: 'string', maxLength: 200 },
  };
}

/** What can be asked about deployments, pipeline runs and webhooks. */
export const deliveryPaths: JsonObject = {
  '/deployments': collection({
    what: 'Deployments',
    schema: 'Deployment',
    filters: [query('environment', 'Only to this environment')],
  }),
  '/pipeline-runs': collection({
    what: 'Pipeline runs',
    schema: 'PipelineRun',
    filters: [
      query('pipeline', 'Only of this pipeline'),
      query('ref', 'Only of this branch or tag'),
    ],
  }),
  '/webhooks/github': {
    post: {
      summary: 'What GitHub tells; signed with a secret of the configuration',
      security: [],
      parameters: [
        requiredHeader('X-GitHub-Event', 'Name of the event'),
        requiredHeader('X-GitHub-Delivery', 'A repeated one changes nothing'),
        {
          name: 'X-Hub-Signature-256',
          in: 'header',
          description: 'sha256= and the HMAC of the body',
          required: false,
          schema: { type: 'string' },
        },
      ],
      requestBody: jsonBody({ type: 'object' }),
      responses: {
        '200': answer('To a ping', 'WebhookAnswer'),
        '202': answer('What became of it', 'WebhookAnswer'),
        ...errors(400, 401, 403, 413, 415, 422),
      },
    },
  },
};
