import { useRouteRef } from '@backstage/frontend-plugin-api';
import { CheckView } from '@synchrony/backstage-plugin-scorecards-common';
import { TextLink } from '@synchrony/ui';
import { waiversRouteRef } from '../../routes';
import styles from './ScorecardContent.module.css';

/**
 * Leads to where a waiver of a check is asked for: of one that fails and may be
 * waived, in a portal that has waivers, for those who see what is behind it.
 */
export function RequestWaiverLink(props: {
  entityRef: string;
  check: CheckView;
}) {
  const { check, entityRef } = props;
  const register = useRouteRef(waiversRouteRef);
  const isWaivable =
    check.waivable && check.outcome === 'fail' && !check.redacted;
  if (!register || !isWaivable) {
    return null;
  }
  const query = new URLSearchParams({
    request: 'check',
    entity: entityRef,
    check: check.id,
  });
  return (
    <p className={styles.rows}>
      <TextLink href={`${register()}?${query}`}>Request a waiver</TextLink>
    </p>
  );
}
