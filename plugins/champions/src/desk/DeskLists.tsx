import { RiCheckLine, RiLockLine, RiQuestionMark } from '@remixicon/react';
import {
  Desk,
  DeskItem,
  DeskSection,
  DeskSectionState,
  DeskUrgency,
} from '@synchrony/backstage-plugin-champions-common';
import { formatCount, formatTimeOfDay } from '@synchrony/ui';
import { useId } from 'react';
import { DeskItemRow } from './DeskItemRow';
import { itemsAt, SECTION_WORDS, URGENCY_WORDS } from './sections';
import styles from './desk.module.css';

const URGENCIES: readonly DeskUrgency[] = ['now', 'week', 'later'];

function Items(props: { title: string; what: string; items: DeskItem[] }) {
  const { items, title, what } = props;
  const headingId = useId();
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 id={headingId}>{title}</h2>
        <span className={styles.count}>{items.length}</span>
        <span className={styles.sub}>{what}</span>
      </div>
      {items.length > 0 && (
        <ul className={styles.rows}>
          {items.map(item => (
            <DeskItemRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      {items.length === 0 && <p>Nothing needs you.</p>}
    </section>
  );
}

function Standing(props: { state: DeskSectionState; desk: Desk }) {
  const { desk, state } = props;
  switch (state.state) {
    case 'forbidden':
      return (
        <p className={styles.state}>
          <RiLockLine size={16} aria-hidden="true" />
          You can’t see these. Ask the administrators of this portal for the
          right to read them.
        </p>
      );
    case 'missing':
      return (
        <p className={styles.state}>
          <RiQuestionMark size={16} aria-hidden="true" />
          Not known: the plugin they come from is not installed or does not
          answer. That does not mean that there is nothing.
        </p>
      );
    default:
      return (
        <p className={styles.state}>
          <RiCheckLine size={16} aria-hidden="true" />
          Nothing needs you. Last checked {formatTimeOfDay(desk.asOf)},{' '}
          {formatCount(desk.components, 'component')} in your scopes.
        </p>
      );
  }
}

function Silent(props: { state: DeskSectionState; desk: Desk }) {
  const headingId = useId();
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 id={headingId}>{SECTION_WORDS[props.state.section].title}</h2>
      </div>
      <Standing {...props} />
    </section>
  );
}

/** What needs the reader by when, and what was looked at without finding anything. */
export function DeskLists(props: {
  desk: Desk;
  chosen?: DeskSection;
  /** Only what is due then. */
  urgency?: DeskUrgency;
}) {
  const { chosen, desk, urgency } = props;
  if (urgency) {
    return (
      <Items {...URGENCY_WORDS[urgency]} items={itemsAt(desk.items, urgency)} />
    );
  }
  const isChosen = ({ section }: { section: DeskSection }) =>
    chosen === undefined || section === chosen;
  const items = desk.items.filter(isChosen);
  const quiet = items.filter(({ section }) => section === 'evidence');
  const silent = desk.sections.filter(
    state => isChosen(state) && (state.state !== 'complete' || !state.count),
  );
  return (
    <>
      {URGENCIES.filter(each => !chosen || itemsAt(items, each).length > 0).map(
        each => (
          <Items
            key={each}
            {...URGENCY_WORDS[each]}
            items={itemsAt(items, each)}
          />
        ),
      )}
      {quiet.length > 0 && (
        <Items
          title={SECTION_WORDS.evidence.title}
          what="no complete report within the limit; not the same as no findings"
          items={quiet}
        />
      )}
      {silent.map(state => (
        <Silent key={state.section} state={state} desk={desk} />
      ))}
    </>
  );
}
