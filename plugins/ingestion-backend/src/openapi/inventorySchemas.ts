import {
  ADVISORY_BUCKETS,
  COMPONENT_BUCKETS,
  FINDING_STATUSES,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { JsonObject } from '@backstage/types';
import { count, flag, list, object, ref, text, time, words } from './building';

/** Of its properties, only some are always there. */
function partial(properties: JsonObject, required: string[]): JsonObject {
  return object(
    properties,
    Object.keys(properties).filter(name => !required.includes(name)),
  );
}

function counts(names: readonly string[]): JsonObject {
  return partial(Object.fromEntries(names.map(name => [name, count])), [
    ...names,
  ]);
}

const foundPackage = partial({ name: text, type: text, purl: text }, [
  'name',
  'type',
]);

const match = partial(
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
    status: words(FINDING_STATUSES),
    fixedVersions: list(text),
  },
  ['package', 'type', 'version', 'answer', 'source'],
);

const paging: JsonObject = {
  totalItems: count,
  totalIsLowerBound: flag,
  pageInfo: partial({ nextCursor: text, prevCursor: text }, []),
};

function searchItem(
  buckets: readonly string[],
  more: JsonObject = {},
): JsonObject {
  return partial(
    {
      entityRef: text,
      ownerRef: text,
      bucket: words(buckets),
      asOf: time,
      isStale: flag,
      matches: list(match),
      ...more,
    },
    ['entityRef', 'bucket', 'matches'],
  );
}

function search(
  buckets: readonly string[],
  item: string,
  more: JsonObject = {},
): JsonObject {
  return partial(
    {
      counts: counts(buckets),
      owners: list(
        partial({ ownerRef: text, counts: counts(buckets) }, ['counts']),
      ),
      packages: list(foundPackage),
      isLowerBound: flag,
      asOf: time,
      items: list(ref(item)),
      ...paging,
      ...more,
    },
    [
      'counts',
      'owners',
      'packages',
      'asOf',
      'items',
      'totalItems',
      'pageInfo',
      ...Object.keys(more),
    ],
  );
}

const advisoryFindings = partial(
  {
    counts: counts(FINDING_STATUSES),
    severity: words(SEVERITIES),
    firstSeenAt: time,
    dueAt: time,
    overdue: flag,
  },
  ['counts', 'severity', 'firstSeenAt', 'overdue'],
);

const entityComponent = partial(
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

const inventoryList = partial(
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
  ComponentSearchItem: searchItem(COMPONENT_BUCKETS),
  ComponentSearch: search(COMPONENT_BUCKETS, 'ComponentSearchItem'),
  AdvisorySearchItem: searchItem(ADVISORY_BUCKETS, {
    findings: advisoryFindings,
  }),
  AdvisorySearch: search(ADVISORY_BUCKETS, 'AdvisorySearchItem', {
    isKnown: flag,
  }),
  PackageSuggestions: partial({ items: list(foundPackage) }, ['items']),
  EntityComponent: entityComponent,
  EntityInventory: partial(
    {
      items: list(ref('EntityComponent')),
      lists: list(inventoryList),
      asOf: time,
      ...paging,
    },
    ['items', 'lists', 'asOf', 'totalItems', 'pageInfo'],
  ),
};
