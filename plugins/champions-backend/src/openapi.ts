import { assignmentPaths, assignmentSchemas } from './openapiAssignments';
import { deskPaths, deskSchemas } from './openapiDesk';
import { importPaths, importSchemas } from './openapiImport';
import { meetingPaths, meetingSchemas } from './openapiMeetings';
import { programmePaths, programmeSchemas } from './openapiProgramme';
import { recordPaths, recordSchemas } from './openapiRecords';

/** What the plugin serves; each part describes its own routes. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Security champions', version: '1' },
  servers: [{ url: '/api/champions' }],
  paths: {
    ...assignmentPaths,
    ...importPaths,
    ...programmePaths,
    ...deskPaths,
    ...meetingPaths,
    ...recordPaths,
  },
  components: {
    schemas: {
      ...assignmentSchemas,
      ...importSchemas,
      ...programmeSchemas,
      ...deskSchemas,
      ...meetingSchemas,
      ...recordSchemas,
    },
  },
};
