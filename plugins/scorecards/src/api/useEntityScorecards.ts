import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EntityScorecards,
  SCORECARDS_SIGNAL_CHANNEL,
} from '@synchrony/backstage-plugin-scorecards-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { scorecardsApiRef } from './scorecardsApiRef';

/** The scorecards of the entity of the page, kept current. */
export function useEntityScorecards(): {
  entityRef: string;
  live: LiveData<EntityScorecards>;
} {
  const { entity } = useEntity();
  const api = useApi(scorecardsApiRef);
  const entityRef = stringifyEntityRef(entity);
  const live = useLiveData({
    key: entityRef,
    load: () => api.getEntityScorecards(entityRef),
    channel: SCORECARDS_SIGNAL_CHANNEL,
    concerns: message => message.entityRef === entityRef,
  });
  return { entityRef, live };
}
