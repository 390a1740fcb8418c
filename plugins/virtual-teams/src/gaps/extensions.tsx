import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { TeamsOnChecksBlueprint } from '@synchrony/ui';

const params = {
  loader: () => import('./TeamsOnGap').then(m => m.TeamsOnGap),
};

const onPortfolio = TeamsOnChecksBlueprint.make({ name: 'portfolio', params });

const onScorecard = TeamsOnChecksBlueprint.make({
  name: 'scorecard',
  attachTo: {
    id: 'entity-content:scorecards/scorecard',
    input: 'teamsOnChecks',
  },
  params,
});

/** Who works on what is missing, in the charts and lists of scorecards. */
export const gapExtensions: ExtensionDefinition[] = [onPortfolio, onScorecard];
