import { EntityCardBlueprint } from '../blueprints';

const teamsCard = EntityCardBlueprint.make({
  name: 'teams',
  params: {
    type: 'info',
    filter: {
      kind: { $in: ['component', 'system', 'api', 'resource'] },
    },
    loader: () => import('./EntityTeamsCard').then(m => <m.EntityTeamsCard />),
  },
});

const groupCard = EntityCardBlueprint.make({
  name: 'group',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () => import('./GroupTeamsCard').then(m => <m.GroupTeamsCard />),
  },
});

const personCard = EntityCardBlueprint.make({
  name: 'person',
  params: {
    type: 'content',
    filter: { kind: 'user' },
    loader: () => import('./PersonTeamsCard').then(m => <m.PersonTeamsCard />),
  },
});

/** What this part adds to the portal. */
export const entityExtensions = [teamsCard, groupCard, personCard];
