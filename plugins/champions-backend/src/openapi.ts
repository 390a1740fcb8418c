import { recordPaths, recordSchemas } from './openapiRecords';

/** What the plugin serves; each part describes its own routes. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Security champions', version: '1' },
  servers: [{ url: '/api/champions' }],
  paths: { ...recordPaths },
  components: { schemas: { ...recordSchemas } },
};
