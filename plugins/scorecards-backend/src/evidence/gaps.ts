import { PackGap } from '@synchrony/backstage-plugin-scorecards-common';

/** What no pack holds, so that nobody takes it for absent. */
export const NOT_INCLUDED: readonly PackGap[] = [
  {
    what: 'Waivers that had ended by then, and waivers of an advisory in a whole group.',
    where:
      'Ingestion, register of waivers: GET /api/ingestion/waivers/export?format=json&entityRef=<entity>',
  },
  {
    what: 'Findings one by one. The pack holds the counts that checks were decided by, as of when each outcome began.',
    where:
      'Ingestion: GET /api/ingestion/findings/export?format=json&entityRef=<entity>',
  },
  {
    what: 'Reports of scanners.',
    where: 'Ingestion: GET /api/ingestion/reports?entityRef=<entity>',
  },
  {
    what: 'Security reviews and champions in post, unless a plugin of this portal told of them.',
    where: 'Not recorded by scorecards.',
  },
];
