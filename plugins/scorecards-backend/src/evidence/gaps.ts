import { PackGap } from '@synchrony/backstage-plugin-scorecards-common';

/** What scorecards keep no record of, so that nobody takes it for absent. */
export const NOT_INCLUDED: readonly PackGap[] = [
  {
    what: 'Waivers: who asked, who approved, the reason and the steps. The pack says which checks were waived and since when.',
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
    what: 'Security reviews and champions in post.',
    where:
      'Not recorded by scorecards; where this portal has them, in their own registers.',
  },
];
