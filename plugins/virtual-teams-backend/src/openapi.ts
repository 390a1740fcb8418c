import { lendingPaths, lendingSchemas } from './openapiLending';

/** What the plugin serves; each part describes its own routes. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Virtual teams and expertise', version: '1' },
  servers: [{ url: '/api/virtual-teams' }],
  paths: { ...lendingPaths },
  components: { schemas: { ...lendingSchemas } },
};
