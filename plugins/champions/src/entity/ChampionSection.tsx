import { EntityChampions } from '@synchrony/backstage-plugin-champions-common';
import { LivePanel, PersonChip, SecurityCardSectionProps } from '@synchrony/ui';
import { useEntityChampions } from '../api';
import { AskButton } from './AskButton';
import { ChampionsForbidden } from './ChampionsForbidden';
import { CoverageMark } from './CoverageMark';
import { NominateLink } from './NominateLink';
import styles from './entity.module.css';

function Contact(props: { champions: EntityChampions }) {
  const { deputies, entityRef, mayNominate, primary, scopes, state } =
    props.champions;
  const contact = primary ?? deputies[0];
  return (
    <div className={styles.buttons}>
      {contact ? (
        <>
          <PersonChip entityRef={contact.userRef} />
          <span className={styles.quiet}>
            {contact.role === 'primary'
              ? 'Security champion'
              : 'Deputy champion'}
          </span>
        </>
      ) : (
        <span className={styles.quiet}>Security champion</span>
      )}
      <CoverageMark state={state} />
      {state === 'uncovered' && mayNominate && (
        <NominateLink scopeRef={scopes[0] ?? entityRef}>
          Find a champion
        </NominateLink>
      )}
      <AskButton entityRef={entityRef} />
    </div>
  );
}

/** The champion in the Security card of the plugin scorecards. */
export function ChampionSection({ entityRef }: SecurityCardSectionProps) {
  const live = useEntityChampions(entityRef);
  return (
    <LivePanel
      live={live}
      subject="Champion"
      height={32}
      forbidden={<ChampionsForbidden />}
    >
      {champions => <Contact champions={champions} />}
    </LivePanel>
  );
}
