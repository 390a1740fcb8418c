import { JsonObject } from '@backstage/types';
import { INGESTION_SIGNAL_CHANNEL } from '@synchrony/backstage-plugin-ingestion-common';
import { useMemo } from 'react';

/** Options of `useLiveData` for data of one entity, or of all without a ref. */
export function useConcerns(entityRef?: string) {
  return useMemo(
    () => ({
      channel: INGESTION_SIGNAL_CHANNEL,
      concerns: (message: JsonObject) =>
        entityRef === undefined || message.entityRef === entityRef,
    }),
    [entityRef],
  );
}
