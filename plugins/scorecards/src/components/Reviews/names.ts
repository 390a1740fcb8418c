import { parseEntityRef } from '@backstage/catalog-model';
import { ReviewItem } from '@synchrony/backstage-plugin-scorecards-common';

/** What an entity on the agenda is called. */
export function nameOf({
  entityRef,
  title,
}: Pick<ReviewItem, 'entityRef' | 'title'>): string {
  return title ?? parseEntityRef(entityRef).name;
}
