import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { BgProvider } from '@backstage/ui';
import { LivePanel, PanelForbidden, TextLink } from '@synchrony/ui';
import { useBrief } from '../../api';
import { deskRouteRef } from '../../routes';
import { monthAfter, monthWords } from '../../words';
import { BriefForm } from './BriefForm';
import { useBriefPath } from './useBriefPath';
import styles from '../desk.module.css';

/** Reads and edits the brief of a scope for a month. */
export function BriefEditor(props: { scopeRef: string; month: string }) {
  const { month, scopeRef } = props;
  const live = useBrief(scopeRef, month);
  const desk = useRouteRef(deskRouteRef)?.();
  const pathOf = useBriefPath();
  const earlier = monthAfter(month, -1);
  const later = monthAfter(month, 1);
  const isPast = later <= new Date().toISOString().slice(0, 7);
  return (
    <div className={`${styles.main} ${styles.padded}`}>
      {desk && <TextLink href={desk}>Back to my desk</TextLink>}
      <section className={styles.card}>
        <div className={styles.head}>
          <h2>Team brief for {monthWords(month)}</h2>
          <EntityRefLink entityRef={scopeRef} hideIcon />
          <TextLink href={pathOf(scopeRef, earlier)}>
            {monthWords(earlier)}
          </TextLink>
          {isPast && (
            <TextLink href={pathOf(scopeRef, later)}>
              {monthWords(later)}
            </TextLink>
          )}
        </div>
        <LivePanel
          live={live}
          subject="Brief"
          height={400}
          forbidden={<PanelForbidden title="You can’t see this brief." />}
        >
          {brief => (
            <BgProvider bg="neutral-1">
              <BriefForm opened={brief} />
            </BgProvider>
          )}
        </LivePanel>
      </section>
    </div>
  );
}
