import { JsonObject } from '@backstage/types';
import { THREAT_FILE_KINDS } from '@synchrony/backstage-plugin-ingestion-common';
import { count, flag, list, object, text, time, words } from './building';
import { answer, errors, path } from './operations';

const threatFileProperties: JsonObject = {
  kind: { type: 'string', enum: [...THREAT_FILE_KINDS] },
  loaded: flag,
  dataDate: time,
  staleAt: { ...time, description: 'From when on it counts as old' },
  version: text,
  rows: count,
  source: text,
  loadedAt: time,
};

const threatFileOptional = [
  'dataDate',
  'staleAt',
  'version',
  'rows',
  'source',
  'loadedAt',
];

/** Files of EPSS, KEV and SSVC. */
export const threatIntelligenceSchemas: JsonObject = {
  ThreatIntelligenceStatus: object({
    files: list(object(threatFileProperties, threatFileOptional)),
    settled: {
      ...flag,
      description: 'Whether due dates and order have followed the files',
    },
    canManage: flag,
    asOf: time,
  }),
  ThreatFileAnswer: object(
    { ...threatFileProperties, changed: flag },
    threatFileOptional,
  ),
};

/** Which files are loaded, and loading them. */
export const threatIntelligencePaths: JsonObject = {
  '/threat-intelligence': {
    get: {
      summary: 'Which files of EPSS, KEV and SSVC are loaded',
      responses: {
        '200': answer('One entry a kind', 'ThreatIntelligenceStatus'),
        ...errors(401, 403),
      },
    },
  },
  '/threat-intelligence/{kind}': {
    put: {
      summary: 'Load a file as published, also gzipped: all of it or nothing',
      parameters: [{ ...path('kind'), schema: words(THREAT_FILE_KINDS) }],
      requestBody: {
        required: true,
        content: {
          'application/octet-stream': {
            schema: { type: 'string', format: 'binary' },
          },
        },
      },
      responses: {
        '200': answer('What is loaded now', 'ThreatFileAnswer'),
        ...errors(400, 401, 403, 404, 409),
      },
    },
  },
};
