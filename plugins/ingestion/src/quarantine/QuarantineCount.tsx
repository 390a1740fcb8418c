import {
  useApi,
  useAppLocation,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { TextLink, useLiveData } from '@synchrony/ui';
import { quarantineApiRef, useConcerns } from '../api';
import { ingestionRouteRef } from '../routes';
import { totalText } from '../words';
import styles from './quarantineCount.module.css';

/** Reports come in bursts; the count need not follow each of them. */
const SIGNAL_GAP_MS = 10_000;

/**
 * How many components have reports in quarantine, in the header of Ingestion;
 * titles of tabs can only be text that stays.
 */
export function QuarantineCount() {
  const page = useRouteRef(ingestionRouteRef)?.();
  const { pathname } = useAppLocation();
  // The header's actions are those of all pages of the plugin.
  return page && `${pathname}/`.startsWith(`${page}/`) ? (
    <Count href={`${page}/quarantine`} />
  ) : null;
}

function Count({ href }: { href: string }) {
  const api = useApi(quarantineApiRef);
  const { value } = useLiveData({
    key: 'quarantine-count',
    load: () => api.getQuarantine({ limit: 1 }),
    signalGapMs: SIGNAL_GAP_MS,
    ...useConcerns(),
  });
  return value && value.totalItems > 0 ? (
    <span className={styles.count}>
      <TextLink href={href}>
        {totalText(value, 'component')} in quarantine
      </TextLink>
    </span>
  ) : null;
}
