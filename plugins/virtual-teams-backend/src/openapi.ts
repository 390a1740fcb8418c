import { calendarPaths, calendarSchemas } from './openapiCalendar';
import {
  catalogFaultsPaths,
  catalogFaultsSchemas,
} from './openapiCatalogFaults';
import { expertisePaths, expertiseSchemas } from './openapiExpertise';
import { lendingPaths, lendingSchemas } from './openapiLending';
import { matchingPaths, matchingSchemas } from './openapiMatching';
import { membershipPaths, membershipSchemas } from './openapiMemberships';
import { settingsPaths, settingsSchemas } from './openapiSettings';
import { teamPaths } from './openapiTeams';
import { teamSchemas } from './openapiTeamSchemas';

/** What the plugin serves; each part describes its own routes. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Virtual teams and expertise', version: '1' },
  servers: [{ url: '/api/virtual-teams' }],
  paths: {
    ...settingsPaths,
    ...calendarPaths,
    ...catalogFaultsPaths,
    ...expertisePaths,
    ...lendingPaths,
    ...teamPaths,
    ...membershipPaths,
    ...matchingPaths,
  },
  components: {
    schemas: {
      ...settingsSchemas,
      ...calendarSchemas,
      ...catalogFaultsSchemas,
      ...expertiseSchemas,
      ...lendingSchemas,
      ...teamSchemas,
      ...membershipSchemas,
      ...matchingSchemas,
    },
  },
};
