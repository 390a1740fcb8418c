import { ProgrammeSettings } from '@synchrony/backstage-plugin-champions-common';

/** The programme of a portal that has not written its own. */
export const DEFAULT_SETTINGS: ProgrammeSettings = {
  mustCover: { groupTypes: ['team'] },
  capacity: { defaultPct: 10, maxPct: 20 },
  maxScopes: 3,
  confirmationDays: 180,
  nominationDays: 21,
  lapsedDays: 30,
  activeFromLevel: 1,
  trustCatalogChampions: false,
  developersPerChampion: 25,
  levels: [
    { level: 0, title: 'Awareness' },
    { level: 1, title: 'Core topics' },
    { level: 2, title: 'Platform' },
    { level: 3, title: 'Experienced' },
  ],
  specialisms: [
    {
      id: 'secure-code',
      title: 'Secure code',
      findingTypes: ['sast', 'secret'],
      stages: ['code'],
    },
    {
      id: 'supply-chain',
      title: 'Supply chain',
      findingTypes: ['sca', 'container'],
      stages: ['build', 'release'],
    },
    {
      id: 'web-and-api',
      title: 'Web and API',
      findingTypes: ['dast', 'pentest'],
      stages: ['test'],
    },
    {
      id: 'cloud',
      title: 'Cloud and infrastructure',
      findingTypes: ['iac'],
      stages: ['deploy', 'operate'],
    },
    {
      id: 'threat-modelling',
      title: 'Threat modelling',
      findingTypes: ['review'],
      stages: ['plan', 'design'],
    },
  ],
  training: [
    {
      id: 'awareness',
      title: 'Security awareness',
      level: 0,
      isRequired: true,
      selfAttested: true,
    },
    {
      id: 'core-topics',
      title: 'Core topics: secure code, dependencies, secrets',
      level: 1,
      isRequired: true,
      validDays: 730,
      selfAttested: false,
    },
    {
      id: 'threat-modelling-basics',
      title: 'Threat modelling basics',
      level: 2,
      isRequired: true,
      selfAttested: false,
    },
  ],
  officeHours: [],
  digest: { every: 'daily', weekday: 1, hour: 7, timeZone: 'UTC' },
  captains: 'group:default/appsec',
};
