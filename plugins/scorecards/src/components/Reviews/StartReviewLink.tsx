import { useApiHolder, useRouteRef } from '@backstage/frontend-plugin-api';
import { ScorecardReviewsApi } from '@synchrony/backstage-plugin-scorecards-common';
import { TextLink, useLiveData } from '@synchrony/ui';
import { reviewsApiRef } from '../../api';
import { reviewsRouteRef } from '../../routes';

const POLL_MS = 15 * 60_000;

function Link(props: {
  api: ScorecardReviewsApi;
  path: string;
  within?: string;
}) {
  const { api, path, within } = props;
  // A page is complete without reviews: their failure shows nothing.
  const { value } = useLiveData({
    key: 'rights',
    load: async () => {
      const { mayManage } = await api.getReviews({ limit: 1 });
      return { mayManage };
    },
    pollMs: POLL_MS,
  });
  const query = new URLSearchParams({ form: 'new', ...(within && { within }) });
  return value?.mayManage ? (
    <TextLink href={`${path}?${query}`}>Start a review</TextLink>
  ) : null;
}

/** Leads to a new scorecard review, for those who may plan one. */
export function StartReviewLink(props: {
  /** Ref of what it is about at first. */
  within?: string;
}) {
  const api = useApiHolder().get(reviewsApiRef);
  const path = useRouteRef(reviewsRouteRef);
  return api && path ? (
    <Link api={api} path={path()} within={props.within} />
  ) : null;
}
