import { JsonObject } from '@backstage/types';
import { REBIND_HINTS } from '@synchrony/backstage-plugin-ingestion-common';
import { count, list, object, page, ref, text, time, words } from './building';
import { answer, errors, jsonBody, paging } from './operations';

export const quarantineSchemas: JsonObject = {
  QuarantinedEntity: object(
    {
      entityRef: text,
      reports: { ...count, description: 'How many wait' },
      since: {
        ...time,
        description: 'Of the oldest that waits, else of the last scan',
      },
      rejectedAt: {
        ...time,
        description: 'When the oldest that waits is rejected',
      },
      submitters: list(text),
      tools: list(text),
      evidence: {
        ...object(
          {
            findings: {
              ...count,
              description: 'Only for who may read them',
            },
            scopes: count,
            lastScanAt: time,
          },
          ['findings'],
        ),
        description: 'Of an entity that the catalog had before',
      },
      suggestion: object({ entityRef: text, hint: words(REBIND_HINTS) }),
    },
    ['rejectedAt', 'evidence', 'suggestion'],
  ),
  Quarantine: {
    ...page('QuarantinedEntity'),
    properties: {
      ...Object(page('QuarantinedEntity').properties),
      manageable: {
        type: 'boolean',
        description: 'Whether the caller may re-bind and discard',
      },
    },
  },
  RebindRequest: object({ from: text, to: text }),
  RebindAnswer: object(
    {
      from: text,
      to: text,
      reports: count,
      findings: { ...count, description: 'Only for who may read them' },
      scopes: count,
    },
    ['findings'],
  ),
  DiscardAnswer: object({ reports: count }),
};

export const quarantinePaths: JsonObject = {
  '/quarantine': {
    get: {
      summary:
        'Entities that the catalog does not have, and what waits for them',
      parameters: paging,
      responses: {
        '200': answer('A page', 'Quarantine'),
        ...errors(400, 401),
      },
    },
  },
  '/quarantine/rebind': {
    post: {
      summary:
        'Move reports and evidence of such an entity to one of the catalog; administrators only',
      requestBody: jsonBody(ref('RebindRequest')),
      responses: {
        '200': answer('What was moved', 'RebindAnswer'),
        ...errors(400, 401, 403, 404, 409),
      },
    },
  },
  '/quarantine/discard': {
    post: {
      summary: 'Reject what waits for such an entity; administrators only',
      requestBody: jsonBody(
        object({ entityRef: text, reason: { ...text, maxLength: 1000 } }),
      ),
      responses: {
        '200': answer('How many reports were rejected', 'DiscardAnswer'),
        ...errors(400, 401, 403, 404),
      },
    },
  },
};
