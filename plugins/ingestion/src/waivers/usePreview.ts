import { useApi } from '@backstage/frontend-plugin-api';
import {
  WaiverPreview,
  WaiverTarget,
} from '@synchrony/backstage-plugin-ingestion-common';
import { LiveData, useLiveData } from '@synchrony/ui';
import { ingestionApiRef } from '../api';

/** What a waiver would do now, live. */
export function usePreview(target: WaiverTarget): LiveData<WaiverPreview> {
  const api = useApi(ingestionApiRef);
  return useLiveData({
    key: JSON.stringify(target),
    load: () => api.previewWaiver({ target }),
  });
}
