import { JsonObject } from '@backstage/types';
import {
  MOST_UPLOAD_TOKEN_DAYS,
  UPLOAD_TOKEN_STATES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { flag, list, object, page, text, time } from './building';
import { answer, errors, jsonBody, paging, path, query } from './operations';

const tokenProperties: JsonObject = {
  id: text,
  name: text,
  entityRefs: list(text),
  createdBy: text,
  createdAt: time,
  expiresAt: time,
  lastUsedAt: time,
  revokedAt: time,
  replacedBy: text,
  state: { type: 'string', enum: [...UPLOAD_TOKEN_STATES] },
  manageable: flag,
};

const tokenOptional = ['lastUsedAt', 'revokedAt', 'replacedBy'];

/** Upload tokens; the secret only where it is made. */
export const uploadTokenSchemas: JsonObject = {
  UploadToken: object(tokenProperties, tokenOptional),
  MintedUploadToken: object({ ...tokenProperties, token: text }, tokenOptional),
  UploadTokenPage: page('UploadToken'),
};

const tokenRequest: JsonObject = {
  type: 'object',
  properties: {
    name: { type: 'string', maxLength: 200 },
    entityRefs: { type: 'array', items: text, minItems: 1, maxItems: 100 },
    expiresInDays: {
      type: 'integer',
      minimum: 1,
      maximum: MOST_UPLOAD_TOKEN_DAYS,
      default: 90,
    },
  },
  required: ['name', 'entityRefs'],
  additionalProperties: false,
};

/** Making, listing, rotating and revoking upload tokens. */
export const uploadTokenPaths: JsonObject = {
  '/upload-tokens': {
    post: {
      summary: 'Make an upload token; people only',
      requestBody: jsonBody(tokenRequest),
      responses: {
        '201': answer('The token, shown this once', 'MintedUploadToken'),
        ...errors(400, 401, 403),
      },
    },
    get: {
      summary: 'Upload tokens, newest first, without their secrets',
      parameters: [
        query('entityRef', 'Only those that may send for this entity'),
        ...paging,
      ],
      responses: {
        '200': answer('A page', 'UploadTokenPage'),
        ...errors(400, 401, 403),
      },
    },
  },
  '/upload-tokens/{id}/rotate': {
    post: {
      summary: 'Make a token in place of this one, which works 24 hours more',
      parameters: [path('id')],
      responses: {
        '201': answer('The new token, shown this once', 'MintedUploadToken'),
        ...errors(401, 403, 404, 409),
      },
    },
  },
  '/upload-tokens/{id}': {
    delete: {
      summary: 'Revoke an upload token at once',
      parameters: [path('id')],
      responses: {
        '204': { description: 'It is revoked' },
        ...errors(401, 403, 404),
      },
    },
  },
};
