import { JsonObject } from '@backstage/types';
import { paths } from './paths';
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
  paths,
  components: {
    schemas,
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
  },
};
