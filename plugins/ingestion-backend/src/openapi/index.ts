import { JsonObject } from '@backstage/types';
import { coveragePaths, coverageSchemas } from './coverage';
import { paths } from './paths';
import { quarantinePaths, quarantineSchemas } from './quarantine';
import { schemas } from './schemas';

/** Served as `/openapi.json`; a test holds the router to it. */
export const openApi: JsonObject = {
  openapi: '3.1.0',
  info: {
    title: 'Synchrony ingestion',
    description: 'Receives security reports and answers about findings.',
    version: '1.0.0',
  },
  servers: [{ url: '/api/ingestion' }],
  security: [{ bearer: [] }],
  paths: { ...paths, ...coveragePaths, ...quarantinePaths },
  components: {
    schemas: { ...schemas, ...coverageSchemas, ...quarantineSchemas },
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
  },
};
