import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { BgProvider } from '@backstage/ui';
import { LivePanel, PanelNotice, RelativeTime, TextLink } from '@synchrony/ui';
import { useId } from 'react';
import { useBrief } from '../../api';
import { monthWords } from '../../words';
import { BriefDownloads } from './BriefDownloads';
import { Figures } from './Figures';
import { useBriefPath } from './useBriefPath';
import styles from '../desk.module.css';

/** The brief of the first scope for a month, in short; links to the others. */
export function BriefCard(props: { scopeRefs: string[]; month: string }) {
  const { month, scopeRefs } = props;
  const [scopeRef, ...others] = scopeRefs;
  const live = useBrief(scopeRef, month);
  const pathOf = useBriefPath();
  const headingId = useId();
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 id={headingId}>Team brief for {monthWords(month)}</h2>
        <span className={styles.sub}>
          <EntityDisplayName entityRef={scopeRef} hideIcon />
        </span>
      </div>
      <LivePanel
        live={live}
        subject="Brief"
        height={120}
        forbidden={
          <PanelNotice tone="forbidden">You can’t see this brief.</PanelNotice>
        }
      >
        {brief => (
          <div className={styles.stack}>
            <Figures brief={brief} />
            <p className={styles.sub}>
              As of <RelativeTime at={brief.asOf} />.{' '}
              {brief.isEdited
                ? 'Edited.'
                : 'Drafted from evidence, yours to edit.'}
            </p>
            <BgProvider bg="neutral-1">
              <div className={styles.buttons}>
                <TextLink href={pathOf(scopeRef, month)} strong>
                  {brief.mayEdit ? 'Edit brief' : 'Read brief'}
                </TextLink>
                <BriefDownloads
                  scopeRef={scopeRef}
                  month={month}
                  text={brief.text}
                />
              </div>
            </BgProvider>
          </div>
        )}
      </LivePanel>
      {others.length > 0 && (
        <ul className={styles.others} aria-label="Briefs of your other scopes">
          {others.map(other => (
            <li key={other}>
              <TextLink href={pathOf(other, month)}>
                Brief of <EntityDisplayName entityRef={other} hideIcon />
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
