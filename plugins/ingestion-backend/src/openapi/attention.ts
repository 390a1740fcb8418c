import { JsonObject } from '@backstage/types';
import {
  CONTROL_TYPES,
  MOST_ATTENTION_ITEMS,
  MOST_ENTITIES_PER_ATTENTION,
  MOST_FIGURE_DAYS,
  SEVERITIES,
  WAIVER_STATUSES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { count, date, flag, list, object, text, time, words } from './building';
import { answer, errors, jsonBody } from './operations';

const refs: JsonObject = {
  ...list(text),
  minItems: 1,
  maxItems: MOST_ENTITIES_PER_ATTENTION,
};

const forbidden = object({ state: words(['forbidden']) });

function section(item: JsonObject): JsonObject {
  return {
    oneOf: [
      forbidden,
      object({
        state: words(['complete']),
        entities: {
          ...count,
          description: 'At how many of the entities was looked',
        },
        items: { ...list(item), maxItems: MOST_ATTENTION_ITEMS },
        count,
        isLowerBound: flag,
      }),
    ],
  };
}

const finding = object(
  {
    id: text,
    entityRef: text,
    title: text,
    type: words(CONTROL_TYPES),
    severity: words(SEVERITIES),
    isKev: flag,
    firstSeenAt: time,
    dueAt: time,
  },
  ['dueAt'],
);

const waiver = object({
  id: text,
  title: text,
  entityRef: text,
  status: words(WAIVER_STATUSES),
  why: words(['decision', 'ending']),
  requestedAt: time,
  expiresAt: time,
  hides: count,
});

const evidence = object(
  {
    entityRef: text,
    controls: list(
      object({
        controlType: words(CONTROL_TYPES),
        state: words(['failing', 'stale', 'missing']),
      }),
    ),
    staleSince: time,
  },
  ['staleSince'],
);

export const attentionSchemas: JsonObject = {
  AttentionRequest: object(
    {
      entityRefs: refs,
      dueWithinDays: {
        type: 'integer',
        minimum: 0,
        maximum: 90,
        default: 7,
      },
    },
    ['dueWithinDays'],
  ),
  Attention: object({
    asOf: time,
    critical: section(finding),
    due: section(finding),
    waivers: section(waiver),
    evidence: section(evidence),
  }),
  EntityAttentions: object({
    asOf: time,
    items: list(
      object({
        entityRef: text,
        critical: {
          ...count,
          description: 'Open critical findings that nobody has looked at',
        },
        due: {
          ...count,
          description: 'Other open findings that are, or soon will be, overdue',
        },
        isQuiet: {
          ...flag,
          description: 'Whether an expected control says nothing now',
        },
        endingWaivers: {
          ...list(text),
          description:
            'Ids of waivers that end soon and were not renewed; the same one may stand at several entities',
        },
      }),
    ),
  }),
  FiguresRequest: object({
    entityRefs: refs,
    from: {
      ...date,
      description: `The first day, up to ${MOST_FIGURE_DAYS} days ago`,
    },
    to: { ...date, description: 'The day after the last one' },
  }),
  OpenFindingsRequest: object({ entityRefs: refs }),
  OpenFindings: object({
    asOf: time,
    items: list(
      object({
        entityRef: text,
        open: {
          type: 'object',
          additionalProperties: count,
          description: 'By severity; those without any are absent',
        },
      }),
    ),
  }),
  Figures: {
    oneOf: [
      object({ state: words(['forbidden']), asOf: time }),
      object({
        state: words(['complete']),
        asOf: time,
        entities: count,
        new: count,
        fixed: count,
        overdue: count,
        acceptedRisk: count,
      }),
    ],
  },
};

export const attentionPaths: JsonObject = {
  '/attention': {
    post: {
      summary: 'What needs somebody at many entities',
      description:
        'Untouched critical findings, findings that are or soon will be overdue, waivers that wait for the caller or end, and components whose controls say nothing now. A section is forbidden where the caller may read it of none of the entities.',
      requestBody: jsonBody({ $ref: '#/components/schemas/AttentionRequest' }),
      responses: {
        '200': answer('Section by section', 'Attention'),
        ...errors(400, 401),
      },
    },
  },
  '/attention/entities': {
    post: {
      summary: 'How much needs somebody, entity by entity',
      description:
        'As `/attention`, in numbers, for whoever sums up for many people at once. Entities at which the caller may read nothing, or where nothing needs anybody, are left out.',
      requestBody: jsonBody({ $ref: '#/components/schemas/AttentionRequest' }),
      responses: {
        '200': answer('Of what the caller may see', 'EntityAttentions'),
        ...errors(400, 401),
      },
    },
  },
  '/figures/entities': {
    post: {
      summary: 'Open findings by severity, entity by entity',
      description:
        'Only of entities whose findings the caller may read; of the others nothing is said.',
      requestBody: jsonBody({
        $ref: '#/components/schemas/OpenFindingsRequest',
      }),
      responses: {
        '200': answer('Of what the caller may see', 'OpenFindings'),
        ...errors(400, 401),
      },
    },
  },
  '/figures': {
    post: {
      summary: 'Findings of many entities as figures of a time',
      requestBody: jsonBody({ $ref: '#/components/schemas/FiguresRequest' }),
      responses: {
        '200': answer('Of what the caller may see', 'Figures'),
        ...errors(400, 401),
      },
    },
  },
};
