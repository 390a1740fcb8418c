import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Desk } from '@synchrony/backstage-plugin-champions-common';
import { LivePanel, PanelEmpty, PanelPartial, TextLink } from '@synchrony/ui';
import { useDesk } from '../api';
import { ChampionsForbidden } from '../entity/ChampionsForbidden';
import { deskRouteRef, programmeRouteRef } from '../routes';
import { DeskItemRow } from './DeskItemRow';
import { Rows } from './Rows';
import { itemsAt, URGENCY_WORDS } from './sections';
import styles from './desk.module.css';

const SHOWN = 3;

function Summary({ desk }: { desk: Desk }) {
  const page = useRouteRef(deskRouteRef)?.();
  const programme = useRouteRef(programmeRouteRef)?.();
  const { items, scopes, sections } = desk;
  const isPartial = sections.some(({ state }) => state !== 'complete');
  if (items.length === 0 && scopes.length === 0) {
    return (
      <PanelEmpty
        title="You are not a security champion"
        action={
          programme && <TextLink href={programme}>Offer to help</TextLink>
        }
      >
        What needs a champion appears here for those who are.
      </PanelEmpty>
    );
  }
  return (
    <div className={styles.stack}>
      <p className={styles.buttons}>
        {(['now', 'week', 'later'] as const).map(urgency => (
          <Rows key={urgency} href={page && `${page}?urgency=${urgency}`}>
            {URGENCY_WORDS[urgency].title}{' '}
            <strong>{itemsAt(items, urgency).length}</strong>
          </Rows>
        ))}
        <Rows href={page && `${page}?section=evidence`}>
          Evidence quiet{' '}
          <strong>
            {items.filter(({ section }) => section === 'evidence').length}
          </strong>
        </Rows>
      </p>
      {isPartial && <PanelPartial>Not all could be looked at.</PanelPartial>}
      {items.length === 0 && !isPartial && <p>Nothing needs you.</p>}
      {items.length > 0 && (
        <ul className={styles.rows} aria-label="Most urgent">
          {items.slice(0, SHOWN).map(item => (
            <DeskItemRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      {page && (
        <TextLink href={page} strong>
          Open my desk
        </TextLink>
      )}
    </div>
  );
}

/** The desk in short, on the home page. */
export function DeskWidget() {
  const live = useDesk();
  return (
    <LivePanel
      live={live}
      subject="Desk"
      height={240}
      forbidden={<ChampionsForbidden />}
    >
      {desk => <Summary desk={desk} />}
    </LivePanel>
  );
}
