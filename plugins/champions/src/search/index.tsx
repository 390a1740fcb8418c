import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiShieldUserLine } from '@remixicon/react';
import { CHAMPIONS_SEARCH_TYPE } from '@synchrony/backstage-plugin-champions-common';

const searchResult = SearchResultListItemBlueprint.make({
  name: 'champion',
  params: {
    predicate: ({ type }) => type === CHAMPIONS_SEARCH_TYPE,
    component: () => import('./ChampionResult').then(m => m.ChampionResult),
  },
});

const searchResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: CHAMPIONS_SEARCH_TYPE,
    name: 'Champions',
    icon: <RiShieldUserLine />,
  },
});

/** Champions among the results of a search. */
export const searchExtensions = [searchResult, searchResultType];
