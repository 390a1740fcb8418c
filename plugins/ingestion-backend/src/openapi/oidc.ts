import { JsonObject } from '@backstage/types';
import { OIDC_PROVIDERS } from '@synchrony/backstage-plugin-ingestion-common';
import { flag, list, object, text, time, words } from './building';
import { answer, errors } from './paths';

export const oidcSchemas: JsonObject = {
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
