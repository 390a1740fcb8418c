import { JsonObject } from '@backstage/types';
import { LONGEST_RETIRE_REASON } from '@synchrony/backstage-plugin-ingestion-common';
import { count, flag, list, object, ref, text, time } from './building';
import { answer, errors, jsonBody, paging, path, query } from './operations';

/** Which scans an entity has. */
export const scopeSchemas: JsonObject = {
  EntityScope: object(
    {
      id: text,
      tool: text,
      category: text,
      ref: text,
      environment: text,
      counts: { ...flag, description: 'Whether it is of the default ref' },
      lastScanAt: time,
      lastCompleteAt: time,
      lastReportId: text,
      findings: { ...count, description: 'How many it shows now' },
      retired: object({ at: time, by: text, reason: text }),
    },
    ['category', 'ref', 'environment', 'lastCompleteAt', 'retired'],
  ),
  EntityScopesPage: object(
    {
      items: list(ref('EntityScope')),
      totalItems: count,
      totalIsLowerBound: flag,
      pageInfo: object({ nextCursor: text }, ['nextCursor']),
      mayRetire: flag,
    },
    ['totalIsLowerBound'],
  ),
  RetireScopeRequest: object({
    reason: { ...text, minLength: 1, maxLength: LONGEST_RETIRE_REASON },
  }),
  RetireScopeAnswer: object({
    resolved: {
      ...count,
      description: 'Findings that nobody else sees, and that are resolved now',
    },
    scope: ref('EntityScope'),
  }),
};

const entity = [path('namespace'), path('kind'), path('name')];

/** Scans of an entity, and their end. */
export const scopePaths: JsonObject = {
  '/entities/{namespace}/{kind}/{name}/scopes': {
    get: {
      summary: 'The scans of an entity, the longest silent first',
      parameters: [
        ...entity,
        query('retired', 'The retired ones instead of the others', flag),
        ...paging,
      ],
      responses: {
        '200': answer('A page', 'EntityScopesPage'),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  '/entities/{namespace}/{kind}/{name}/scopes/{id}/retire': {
    post: {
      summary:
        'Say, as a person, that a scan will not come again; its next report undoes it',
      parameters: [...entity, path('id')],
      requestBody: jsonBody(ref('RetireScopeRequest')),
      responses: {
        '200': answer('What became of its findings', 'RetireScopeAnswer'),
        ...errors(400, 401, 403, 404, 422),
      },
    },
  },
};
