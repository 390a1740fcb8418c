import { JsonObject } from '@backstage/types';
import {
  CONTROL_TYPES,
  EXPORT_FORMATS,
  FINDING_DUES,
  FINDING_ORDERS,
  FINDING_SCAN_TRANSITIONS,
  FINDING_STATUSES,
  FINDING_TRANSITIONS,
  SEVERITIES,
  UNDO_SECONDS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { flag, text, words } from './building';
import { answer, errors, file, paging, path, query } from './operations';

/** The table of what people can do, in words. */
function describeActions(): string {
  return FINDING_TRANSITIONS.map(({ action, from, guards, to }) => {
    const conditions = guards.length > 0 ? `, if ${guards.join(' and ')}` : '';
    return `- ${action}: from ${from.join(', ')} to ${to ?? 'the same'}${conditions}`;
  }).join('\n');
}

/** The table of what scans and waivers do, in words. */
function describeScanSteps(): string {
  return FINDING_SCAN_TRANSITIONS.map(
    ({ from, name, to, when }) =>
      `- ${name}: from ${from.join(', ')} to ${to}, when ${when}`,
  ).join('\n');
}

/** What narrows a list of findings. */
const narrowing: JsonObject[] = [
  query('entityRef', 'Only of this entity'),
  query('ownedBy', 'Only of entities that this group or user owns'),
  query(
    'scopeRef',
    'Only of what belongs to this System, Domain or Group, with what is below it',
  ),
  query('ref', 'As seen on this branch or tag'),
  query(
    'status',
    'open by default; resolved with resolvedFrom or resolvedTo',
    words([...FINDING_STATUSES, 'all']),
  ),
  query('severity', 'One or several, separated by commas', {
    type: 'array',
    items: words(SEVERITIES),
  }),
  query('type', 'One or several, separated by commas', {
    type: 'array',
    items: words(CONTROL_TYPES),
  }),
  query('tool', 'Only what this tool sees now'),
  query(
    'environment',
    'Only what is seen there now, e.g. prod; needs entityRef',
  ),
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
  query(
    'firstSeenFrom',
    'First seen from then on: a day, UTC, or a time with its zone',
  ),
  query(
    'firstSeenTo',
    'First seen by the end of that day, or before that time',
  ),
  query(
    'resolvedFrom',
    'Resolved from then on; not what went because its scan was retired',
  ),
  query('resolvedTo', 'Resolved by the end of that day, or before that time'),
  query('adjusted', 'Only what a person set the severity of', words(['true'])),
];

const grouped = query(
  'group',
  'Only of this group of an entity, by its id; needs entityRef',
);

const ordered = query('orderBy', 'suggested by default', words(FINDING_ORDERS));

/** Lists of findings, and what people do with them. */
export const findingPaths: JsonObject = {
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
      description: describeScanSteps(),
      parameters: [path('id')],
      responses: {
        '200': answer('The finding', 'FindingDetail'),
        ...errors(401, 404),
      },
    },
  },
  '/findings/actions': {
    post: {
      summary: 'Confirm, dismiss, grade, assign or note findings, as a person',
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
};
