import { JsonObject } from '@backstage/types';
import { OIDC_PROVIDERS } from '@synchrony/backstage-plugin-ingestion-common';
import { flag, list, object, text, time, words } from './building';
import { answer, errors, jsonBody } from './operations';

/** ID tokens of pipelines, and whose are trusted. */
export const oidcSchemas: JsonObject = {
  ExchangedUploadToken: object({
    token: text,
    entityRef: text,
    expiresAt: time,
  }),
  TrustedIssuers: object({
    items: list(
      object(
        {
          issuer: text,
          audience: text,
          provider: words(OIDC_PROVIDERS),
          bindings: list(
            object({
              claims: {
                type: 'object',
                additionalProperties: text,
                description: 'What an ID token has to say, all of it',
              },
              entityRefs: list(text),
              fromCatalog: {
                ...flag,
                description:
                  'Also entities whose source location is the repository',
              },
            }),
          ),
          lastExchangeAt: {
            ...time,
            description: 'Absent when it is not among the exchanges kept',
          },
        },
        ['lastExchangeAt'],
      ),
    ),
    asOf: time,
  }),
};

export const oidcPaths: JsonObject = {
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
  '/oidc/issuers': {
    get: {
      summary:
        'Whose ID tokens are exchanged, and for which entities; for who runs ingestion',
      parameters: [],
      responses: {
        '200': answer('The issuers, without secrets', 'TrustedIssuers'),
        ...errors(401, 403),
      },
    },
  },
};
