import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ChampionAssignment,
  MyChampionship,
} from '@synchrony/backstage-plugin-champions-common';
import {
  isForbidden,
  LiveData,
  LivePanel,
  PanelPartial,
  PersonChip,
} from '@synchrony/ui';
import { ChampionsForbidden } from '../../entity/ChampionsForbidden';
import { dayWords, ROLE_WORDS, roleInSentence } from '../../words';
import { AssignmentButtons } from '../dialogs';
import { SideCard } from './SideCard';
import styles from '../desk.module.css';

function Invitation(props: {
  assignment: ChampionAssignment;
  onChanged: (words: string) => void;
}) {
  const { assignment, onChanged } = props;
  const { nominatedAt, nominatedBy, reason, role, scopeRef } = assignment;
  return (
    <li className={styles.stack}>
      <p>
        <strong>
          {ROLE_WORDS[role]} for <EntityRefLink entityRef={scopeRef} hideIcon />
        </strong>
      </p>
      <p>
        {nominatedBy ? (
          <>
            asked by <PersonChip entityRef={nominatedBy} />
          </>
        ) : (
          'declared in the catalog'
        )}{' '}
        on {dayWords(nominatedAt)}
      </p>
      {reason && <p>“{reason}”</p>}
      <p className={styles.sub}>
        Nobody else sees it before your yes; from then on it is public.
      </p>
      <AssignmentButtons
        assignment={assignment}
        only={['accept', 'decline']}
        onChanged={onChanged}
      />
    </li>
  );
}

function ToAgree(props: {
  assignment: ChampionAssignment;
  onChanged: (words: string) => void;
}) {
  const { assignment, onChanged } = props;
  const { offeredPct, role, scopeRef, userRef } = assignment;
  return (
    <li className={styles.stack}>
      <p>
        <PersonChip entityRef={userRef} /> accepted to be {roleInSentence(role)}{' '}
        for <EntityRefLink entityRef={scopeRef} hideIcon />
        {offeredPct !== undefined &&
          ` and offers ${offeredPct} % of their time`}
      </p>
      <AssignmentButtons
        assignment={assignment}
        only={['agreeCapacity']}
        onChanged={onChanged}
      />
    </li>
  );
}

/** What the reader is asked: to become champion, or to agree on somebody's time. */
export function InvitationsCard(props: {
  me: LiveData<MyChampionship>;
  toAgree: LiveData<ChampionAssignment[]>;
  onChanged: (words: string) => void;
}) {
  const { me, onChanged, toAgree } = props;
  const waiting = toAgree.value ?? [];
  return (
    <SideCard title="Invitations">
      <LivePanel
        live={me}
        subject="Invitations"
        height={60}
        forbidden={<ChampionsForbidden />}
      >
        {({ assignments }) => {
          const asked = assignments.filter(
            ({ status }) => status === 'nominated',
          );
          return asked.length + waiting.length === 0 ? (
            <p>Nobody waits for your answer.</p>
          ) : (
            <ul className={styles.list}>
              {asked.map(assignment => (
                <Invitation
                  key={assignment.id}
                  assignment={assignment}
                  onChanged={onChanged}
                />
              ))}
              {waiting.map(assignment => (
                <ToAgree
                  key={assignment.id}
                  assignment={assignment}
                  onChanged={onChanged}
                />
              ))}
            </ul>
          );
        }}
      </LivePanel>
      {toAgree.error && !isForbidden(toAgree.error) && (
        <PanelPartial>
          Whether somebody waits for you to agree on their time could not be
          read.
        </PanelPartial>
      )}
    </SideCard>
  );
}
