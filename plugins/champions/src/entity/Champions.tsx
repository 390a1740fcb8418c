import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ChampionContact,
  EntityChampions,
} from '@synchrony/backstage-plugin-champions-common';
import { PanelNotice } from '@synchrony/ui';
import { REASON_WORDS } from '../words';
import { AskButton } from './AskButton';
import { ChampionChip } from './ChampionChip';
import { CoverageMark } from './CoverageMark';
import { NominateLink } from './NominateLink';
import styles from './entity.module.css';

function Nominate(props: { champions: EntityChampions; children: string }) {
  const { entityRef, mayNominate, scopes, scopeRef } = props.champions;
  return mayNominate ? (
    <NominateLink scopeRef={scopeRef ?? scopes[0] ?? entityRef}>
      {props.children}
    </NominateLink>
  ) : null;
}

function Contacts(props: { label: string; contacts: ChampionContact[] }) {
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.contacts.map(contact => (
        <li key={contact.assignmentId}>
          <ChampionChip contact={contact} />
        </li>
      ))}
    </ul>
  );
}

function Uncovered(props: { champions: EntityChampions }) {
  const { isDeclared, mayNominate } = props.champions;
  return (
    <>
      <p>
        {REASON_WORDS.nobody}
        {isDeclared &&
          ' The catalog declares somebody; it counts once they accept.'}{' '}
        {!mayNominate && 'Questions go to those who run the programme.'}
      </p>
      <Nominate champions={props.champions}>Nominate a champion</Nominate>
    </>
  );
}

/** Champion and deputies of an entity, how well that covers it, and what to do. */
export function Champions(props: { champions: EntityChampions }) {
  const { champions } = props;
  const { deputies, entityRef, isInherited, primary, reasons, scopeRef } =
    champions;
  const isUncovered = champions.state === 'uncovered';
  const named = reasons.filter(reason => reason !== 'nobody');
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <h4>
          Security champion{' '}
          <span className={styles.quiet}>contact, not owner of security</span>
        </h4>
        <CoverageMark state={champions.state} />
      </div>
      {isUncovered && <Uncovered champions={champions} />}
      {primary && <Contacts label="Champion" contacts={[primary]} />}
      {scopeRef && isInherited && (
        <p className={styles.quiet}>
          Inherited from <EntityRefLink entityRef={scopeRef} hideIcon />
        </p>
      )}
      {!isUncovered && (
        <>
          <h4>Deputies</h4>
          {deputies.length > 0 ? (
            <Contacts label="Deputies" contacts={deputies} />
          ) : (
            <div className={styles.row}>
              <span className={styles.quiet}>No deputy</span>
              <Nominate champions={champions}>Nominate</Nominate>
            </div>
          )}
        </>
      )}
      {named.length > 0 && (
        <PanelNotice tone={champions.state === 'at_risk' ? 'warning' : 'info'}>
          {named.map(reason => REASON_WORDS[reason]).join(' ')}
        </PanelNotice>
      )}
      <div>
        <AskButton entityRef={entityRef} />
      </div>
    </div>
  );
}
