import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiTeamLine, RiUserStarLine } from '@remixicon/react';
import {
  EXPERTISE_SEARCH_TYPE,
  VIRTUAL_TEAM_SEARCH_TYPE,
} from '@synchrony/backstage-plugin-virtual-teams-common';

const teamResult = SearchResultListItemBlueprint.make({
  name: 'team',
  params: {
    predicate: ({ type }) => type === VIRTUAL_TEAM_SEARCH_TYPE,
    component: () => import('./results').then(m => m.TeamResult),
  },
});

const expertResult = SearchResultListItemBlueprint.make({
  name: 'expert',
  params: {
    predicate: ({ type }) => type === EXPERTISE_SEARCH_TYPE,
    component: () => import('./results').then(m => m.ExpertResult),
  },
});

const teamType = SearchFilterResultTypeBlueprint.make({
  name: 'team',
  params: {
    value: VIRTUAL_TEAM_SEARCH_TYPE,
    name: 'Virtual teams',
    icon: <RiTeamLine />,
  },
});

const expertType = SearchFilterResultTypeBlueprint.make({
  name: 'expert',
  params: {
    value: EXPERTISE_SEARCH_TYPE,
    name: 'Expertise',
    icon: <RiUserStarLine />,
  },
});

/** Teams, and people who chose to be found, among the results of a search. */
export const searchExtensions = [
  teamResult,
  expertResult,
  teamType,
  expertType,
];
