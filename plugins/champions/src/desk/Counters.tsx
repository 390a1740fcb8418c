import {
  DeskSection,
  DeskSectionState,
} from '@synchrony/backstage-plugin-champions-common';
import { hatchClassName } from '@synchrony/ui';
import { SECTION_WORDS } from './sections';
import styles from './desk.module.css';

function Counter(props: {
  state: DeskSectionState;
  isChosen: boolean;
  onPress: () => void;
}) {
  const { isChosen, onPress, state } = props;
  const isKnown = state.state === 'complete';
  const number = isKnown
    ? `${state.count}${state.isLowerBound ? '+' : ''}`
    : '?';
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={[
        styles.counter,
        ...(isKnown ? [] : [styles.unknown, hatchClassName]),
      ].join(' ')}
      onClick={onPress}
    >
      <span className={styles.number}>{number}</span>{' '}
      <span>
        {SECTION_WORDS[state.section].short}
        {!isKnown && ', not known'}
      </span>
    </button>
  );
}

/** How much there is of each kind; pressing one shows only its rows. */
export function Counters(props: {
  sections: DeskSectionState[];
  chosen?: DeskSection;
  onChoose: (section: DeskSection | undefined) => void;
}) {
  const { chosen, onChoose, sections } = props;
  return (
    <div className={styles.counters} role="group" aria-label="Show only">
      {sections.map(state => {
        const isChosen = state.section === chosen;
        return (
          <Counter
            key={state.section}
            state={state}
            isChosen={isChosen}
            onPress={() => onChoose(isChosen ? undefined : state.section)}
          />
        );
      })}
    </div>
  );
}
