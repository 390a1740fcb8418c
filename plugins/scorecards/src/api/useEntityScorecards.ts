import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityScorecards } from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData } from '@synchrony/ui';
import { useScorecardsOf } from './useScorecardsOf';

/** The scorecards of the entity of the page, kept current. */
export function useEntityScorecards(): {
  entityRef: string;
  live: LiveData<EntityScorecards>;
} {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return { entityRef, live: useScorecardsOf(entityRef) };
}
