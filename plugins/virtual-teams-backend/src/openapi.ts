import { calendarPaths, calendarSchemas } from './openapiCalendar';
import { expertisePaths, expertiseSchemas } from './openapiExpertise';
import { lendingPaths, lendingSchemas } from './openapiLending';
import { settingsPaths, settingsSchemas } from './openapiSettings';

/** What the plugin serves; each part describes its own routes. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Virtual teams and expertise', version: '1' },
  servers: [{ url: '/api/virtual-teams' }],
  paths: {
    ...settingsPaths,
    ...calendarPaths,
    ...expertisePaths,
    ...lendingPaths,
  },
  components: {
    schemas: {
      ...settingsSchemas,
      ...calendarSchemas,
      ...expertiseSchemas,
      ...lendingSchemas,
    },
  },
};
