import { SecurityCardSectionBlueprint } from '@synchrony/ui';
import { EntityCardBlueprint } from './blueprints';

/** Findings in the Security card of the plugin scorecards. */
export const findingsSection = SecurityCardSectionBlueprint.make({
  name: 'findings',
  params: {
    loader: () => import('../card').then(m => m.FindingsSection),
  },
});

/** The same as a card of its own, for portals without the plugin scorecards. */
export const findingsCard = EntityCardBlueprint.make({
  name: 'findings',
  disabled: true,
  params: {
    filter: { kind: 'component' },
    loader: () => import('../card').then(m => <m.FindingsCard />),
  },
});
