import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { LivePanel, PanelEmpty } from '@synchrony/ui';
import { useScopeChanges } from '../../api';
import { CampaignsForbidden } from './CampaignsForbidden';
import styles from './Campaigns.module.css';

/** Who came into scope and who left it since the first count. */
export function ScopeChangesCard(props: { id: string }) {
  const live = useScopeChanges(props.id);
  return (
    <section className={styles.card} aria-labelledby="campaign-changes">
      <h2 id="campaign-changes">Joined and left</h2>
      <p className={styles.sub}>
        Since the first count · why the sum can grow or shrink without anybody’s
        doing
      </p>
      <LivePanel
        live={live}
        subject="Changes of scope"
        height={80}
        forbidden={<CampaignsForbidden />}
      >
        {({ items, pageInfo }) =>
          items.length === 0 ? (
            <PanelEmpty title="Nobody came or left" />
          ) : (
            <ul className={styles.list}>
              {items.map(({ day, entityRef, kind }) => (
                <li key={`${day} ${kind} ${entityRef}`}>
                  {day}: <EntityRefLink entityRef={entityRef} hideIcon /> {kind}
                </li>
              ))}
              {pageInfo.nextCursor && <li>… and earlier ones</li>}
            </ul>
          )
        }
      </LivePanel>
    </section>
  );
}
