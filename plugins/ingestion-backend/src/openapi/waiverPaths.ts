import { JsonObject } from '@backstage/types';
import {
  EXPORT_FORMATS,
  WAIVER_KINDS,
  WAIVER_STATUSES,
  WAIVER_TRANSITIONS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { text, words } from './building';
import { answer, errors, jsonBody, paging, path, query } from './operations';

/** The table of what people can do, in words. */
function describeActions(): string {
  return WAIVER_TRANSITIONS.map(({ action, from, guards, to }) => {
    const conditions = guards.length > 0 ? `, if ${guards.join(' and ')}` : '';
    return `- ${action}: from ${from.join(', ')} to ${to ?? 'the same'}${conditions}`;
  }).join('\n');
}

function body(schema: string): JsonObject {
  return jsonBody({ $ref: `#/components/schemas/${schema}` });
}

const narrowing: JsonObject[] = [
  query('status', 'One or several, separated by commas', {
    type: 'array',
    items: words(WAIVER_STATUSES),
  }),
  query('kind', 'One or several, separated by commas', {
    type: 'array',
    items: words(WAIVER_KINDS),
  }),
  query('entityRef', 'Only those for this entity'),
  query('ownedBy', 'Only those for entities that this group or user owns'),
  query('requester', 'Only those that this user asked for'),
  query('expiringBefore', 'Only those that end before this time', {
    type: 'string',
    format: 'date-time',
  }),
];

/** What can be asked about waivers. */
export const waiverPaths: JsonObject = {
  '/waivers': {
    get: {
      summary: 'Waivers, those that end first come first',
      parameters: [...narrowing, ...paging],
      responses: {
        '200': answer('A page', 'WaiverPage'),
        ...errors(400, 401),
      },
    },
    post: {
      summary: 'Ask for a waiver, as a person',
      requestBody: body('WaiverRequest'),
      responses: {
        '201': answer('The waiver', 'WaiverDetail'),
        ...errors(400, 401, 403, 422),
      },
    },
  },
  '/waivers/export': {
    get: {
      summary: 'All that the filter leaves, as a file',
      parameters: [
        query('format', 'Of the file', words(EXPORT_FORMATS), true),
        ...narrowing,
      ],
      responses: {
        '200': {
          description: 'A file that is written while it is read',
          content: {
            'text/csv': { schema: text },
            'application/json': {
              schema: {
                type: 'array',
                items: { $ref: '#/components/schemas/Waiver' },
              },
            },
          },
        },
        ...errors(400, 401),
      },
    },
  },
  '/waivers/preview': {
    post: {
      summary: 'What a waiver would hide now, and who would have to approve it',
      requestBody: body('WaiverPreviewRequest'),
      responses: {
        '200': answer('What it would do', 'WaiverPreview'),
        ...errors(400, 401, 403, 422),
      },
    },
  },
  '/waivers/{id}': {
    get: {
      summary: 'One waiver with its decision log',
      parameters: [path('id')],
      responses: {
        '200': answer('The waiver', 'WaiverDetail'),
        ...errors(401, 404),
      },
    },
  },
  '/waivers/{id}/actions': {
    post: {
      summary: 'Approve, reject, withdraw, revoke or renew, as a person',
      description: describeActions(),
      parameters: [path('id')],
      requestBody: body('WaiverActionRequest'),
      responses: {
        '200': answer(
          'The waiver after it; of a renewal, the new one',
          'WaiverDetail',
        ),
        ...errors(400, 401, 403, 404, 409, 422),
      },
    },
  },
};
