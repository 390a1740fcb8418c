import {
  useAppSearchParams,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import {
  PROGRESS_DIMENSIONS,
  ProgressDimension,
  Standing,
  STANDINGS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { campaignsRouteRef } from '../../routes';

/** What the page shows, as its address says it. */
export interface CampaignAddress {
  /** Without one, the list. */
  campaign?: string;
  form?: 'new' | 'edit';
  standing?: Standing;
  owner?: string;
  platform?: string;
  by?: ProgressDimension;
  cursor?: string;
}

function parse(search: URLSearchParams): CampaignAddress {
  const form = search.get('form');
  return {
    campaign: search.get('campaign') ?? undefined,
    form: form === 'new' || form === 'edit' ? form : undefined,
    standing: STANDINGS.find(each => each === search.get('standing')),
    owner: search.get('owner') ?? undefined,
    platform: search.get('platform') ?? undefined,
    by: PROGRESS_DIMENSIONS.find(each => each === search.get('by')),
    cursor: search.get('cursor') ?? undefined,
  };
}

function entriesOf(address: CampaignAddress): [string, string][] {
  return Object.entries(address).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
}

/** The address of the page, links within it, and how to change it. */
export function useCampaignAddress() {
  const [search, setSearch] = useAppSearchParams();
  const path = useRouteRef(campaignsRouteRef)?.() ?? '/scorecards/campaigns';
  const address = parse(search);
  return {
    address,
    hrefOf: (to: CampaignAddress) => {
      const query = new URLSearchParams(entriesOf(to)).toString();
      return query ? `${path}?${query}` : path;
    },
    go: (to: CampaignAddress) => setSearch(entriesOf(to)),
    change: (change: Partial<CampaignAddress>) =>
      setSearch(entriesOf({ ...address, cursor: undefined, ...change }), {
        replace: true,
      }),
  };
}
