import { JsonObject } from '@backstage/types';
import { coveragePaths, coverageSchemas } from './coverage';
import { deliveryPaths } from './deliveryPaths';
import { deliverySchemas } from './deliverySchemas';
import { healthPaths, healthSchemas } from './health';
import { inventoryExportPaths } from './inventoryExports';
import { oidcPaths, oidcSchemas } from './oidc';
import { paths } from './paths';
import { quarantinePaths, quarantineSchemas } from './quarantine';
import { schemas } from './schemas';
import { waiverPaths } from './waiverPaths';

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
  paths: {
    ...paths,
    ...coveragePaths,
    ...deliveryPaths,
    ...healthPaths,
    ...inventoryExportPaths,
    ...oidcPaths,
    ...quarantinePaths,
    ...waiverPaths,
  },
  components: {
    schemas: {
      ...schemas,
      ...coverageSchemas,
      ...deliverySchemas,
      ...healthSchemas,
      ...oidcSchemas,
      ...quarantineSchemas,
    },
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
  },
};
