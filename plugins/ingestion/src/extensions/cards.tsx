import {
  CheckWaiverBlueprint,
  SecurityCardSectionBlueprint,
} from '@synchrony/ui';
import { EntityCardBlueprint } from './blueprints';

/** Findings in the Security card of the plugin scorecards. */
export const findingsSection = SecurityCardSectionBlueprint.make({
  name: 'findings',
  params: {
    loader: () => import('../card').then(m => m.FindingsSection),
  },
});

/** Requests for waivers in scorecard reviews of the plugin scorecards. */
export const checkWaiver = CheckWaiverBlueprint.make({
  params: {
    loader: () => import('../waivers').then(m => m.CheckWaiver),
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
