import { useApi } from '@backstage/frontend-plugin-api';
import { EFFECTIVE_WAIVER_STATUSES } from '@synchrony/backstage-plugin-ingestion-common';
import { isForbidden, RelativeTime, useLiveData } from '@synchrony/ui';
import { ingestionApiRef, useConcerns } from '../api';
import { totalText } from '../words';
import { WaiverLink } from './WaiverLink';
import styles from './waivers.module.css';

/** How many waivers hold for an entity, and when the first of them ends. */
export function WaiversLine({ entityRef }: { entityRef: string }) {
  const api = useApi(ingestionApiRef);
  const live = useLiveData({
    key: entityRef,
    load: () =>
      api.getWaivers({
        entityRef,
        status: [...EFFECTIVE_WAIVER_STATUSES],
        limit: 1,
      }),
    ...useConcerns(entityRef),
  });
  if (live.error) {
    return isForbidden(live.error) ? null : (
      <p className={styles.line}>Whether waivers hold here is unknown now.</p>
    );
  }
  const [first] = live.value?.items ?? [];
  if (!live.value || !first) {
    return null;
  }
  return (
    <p className={styles.line}>
      Waived: {totalText(live.value, 'waiver')}, the{' '}
      <WaiverLink id={first.id}>next ends</WaiverLink>{' '}
      <RelativeTime at={first.expiresAt} />
    </p>
  );
}
