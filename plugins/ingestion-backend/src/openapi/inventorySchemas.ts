import {
  ADVISORY_BUCKETS,
  COMPONENT_BUCKETS,
  FINDING_STATUSES,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { JsonObject } from '@backstage/types';

const text: JsonObject = { type: 'string' };
const time: JsonObject = { type: 'string', format: 'date-time' };
const count: JsonObject = { type: 'integer', minimum: 0 };
const flag: JsonObject = { type: 'boolean' };

function object(properties: JsonObject, required: string[]): JsonObject {
  return {
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  };
}

function list(items: JsonObject): JsonObject {
  return { type: 'array', items };
}

function words(values: readonly string[]): JsonObject {
  return { type: 'string', enum: [...values] };
}

function counts(names: readonly string[]): JsonObject {
  return object(Object.fromEntries(names.map(name => [name, count])), [
    ...names,
  ]);
}

const foundPackage = object({ name: text, type: text, purl: text }, [
  'name',
  'type',
]);

const match = object(
  {
    package: text,
    type: text,
    version: text,
    answer: words(['in', 'out', 'unknown']),
    direct: flag,
    source: words(['inventory', 'finding']),
    tool: text,
    category: text,
    environment: text,
    asOf: time,
    findingId: text,
  },
  ['package', 'type', 'version', 'answer', 'source'],
);

const paging: JsonObject = {
  totalItems: count,
  totalIsLowerBound: flag,
  pageInfo: object({ nextCursor: text, prevCursor: text }, []),
};

function search(
  buckets: readonly string[],
  more: { item?: JsonObject; answer?: JsonObject } = {},
): JsonObject {
  const item = object(
    {
      entityRef: text,
      ownerRef: text,
      bucket: words(buckets),
      asOf: time,
      isStale: flag,
      matches: list(match),
      ...more.item,
    },
    ['entityRef', 'bucket', 'matches'],
  );
  return object(
    {
      counts: counts(buckets),
      packages: list(foundPackage),
      isLowerBound: flag,
      asOf: time,
      items: list(item),
      ...paging,
      ...more.answer,
    },
    [
      'counts',
      'packages',
      'asOf',
      'items',
      'totalItems',
      'pageInfo',
      ...Object.keys(more.answer ?? {}),
    ],
  );
}

const advisoryFindings = object(
  {
    counts: counts(FINDING_STATUSES),
    severity: words(SEVERITIES),
    firstSeenAt: time,
    dueAt: time,
    overdue: flag,
  },
  ['counts', 'severity', 'firstSeenAt', 'overdue'],
);

const entityComponent = object(
  {
    package: text,
    type: text,
    version: text,
    kind: text,
    usage: words(['required', 'optional', 'excluded']),
    direct: flag,
    licences: list(text),
  },
  ['package', 'type', 'version', 'licences'],
);

const inventoryList = object(
  {
    tool: text,
    category: text,
    ref: text,
    environment: text,
    components: count,
    lastCompleteAt: time,
    lastScanAt: time,
    isStale: flag,
  },
  [
    'tool',
    'category',
    'ref',
    'environment',
    'components',
    'lastScanAt',
    'isStale',
  ],
);

/** What entities consist of, and whom an advisory concerns. */
export const inventorySchemas: JsonObject = {
  ComponentSearch: search(COMPONENT_BUCKETS),
  AdvisorySearch: search(ADVISORY_BUCKETS, {
    item: { findings: advisoryFindings },
    answer: { isKnown: flag },
  }),
  PackageSuggestions: object({ items: list(foundPackage) }, ['items']),
  EntityInventory: object(
    {
      items: list(entityComponent),
      lists: list(inventoryList),
      asOf: time,
      ...paging,
    },
    ['items', 'lists', 'asOf', 'totalItems', 'pageInfo'],
  ),
};
