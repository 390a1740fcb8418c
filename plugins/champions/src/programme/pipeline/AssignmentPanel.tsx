import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { BgProvider, Button } from '@backstage/ui';
import {
  AssignmentAction,
  AssignmentDetails,
  AssignmentEvent,
} from '@synchrony/backstage-plugin-champions-common';
import {
  LivePanel,
  PersonChip,
  RelativeTime,
  SidePanel,
  TextLink,
} from '@synchrony/ui';
import { useState } from 'react';
import { deskRouteRef } from '../../routes';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { useAssignment } from '../useProgramme';
import {
  ACTION_WORDS,
  eventWords,
  ROLE_WORDS,
  STATUS_WORDS,
} from '../../words';
import { ActionForm } from './ActionForm';
import styles from '../programme.module.css';

/** What is done about others here; what is about oneself is on the desk. */
const DONE_HERE: readonly AssignmentAction[] = [
  'withdrawNomination',
  'agreeCapacity',
  'activate',
  'remove',
];

function Facts(props: { assignment: AssignmentDetails }) {
  const { assignment } = props;
  const pct = assignment.capacityPct ?? assignment.offeredPct;
  return (
    <dl className={styles.facts}>
      <dt>Person</dt>
      <dd>
        <PersonChip entityRef={assignment.userRef} />
      </dd>
      <dt>As</dt>
      <dd>
        {ROLE_WORDS[assignment.role]} of{' '}
        <EntityRefLink
          entityRef={assignment.scopeRef}
          defaultKind="group"
          hideIcon
        />
      </dd>
      <dt>State</dt>
      <dd>{STATUS_WORDS[assignment.status]}</dd>
      <dt>Nominated by</dt>
      <dd>
        {assignment.nominatedBy ? (
          <PersonChip entityRef={assignment.nominatedBy} />
        ) : (
          'the catalog'
        )}
      </dd>
      {assignment.reason && (
        <>
          <dt>Because</dt>
          <dd>{assignment.reason}</dd>
        </>
      )}
      {pct !== undefined && (
        <>
          <dt>Capacity</dt>
          <dd>
            {pct} % of working time,{' '}
            {assignment.capacityPct === undefined
              ? 'offered, not agreed'
              : 'agreed'}
          </dd>
        </>
      )}
    </dl>
  );
}

function History(props: { events: AssignmentEvent[] }) {
  return (
    <>
      <h3 className={styles.heading}>What happened</h3>
      <ol className={styles.list}>
        {props.events.map(event => (
          <li key={`${event.at} ${event.name}`}>
            {eventWords(event.name)} <RelativeTime at={event.at} />
            {event.actorRef && (
              <>
                {' by '}
                <EntityRefLink
                  entityRef={event.actorRef}
                  defaultKind="user"
                  hideIcon
                />
              </>
            )}
            {event.note && <span className={styles.quiet}>{event.note}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}

function Actions(props: { assignment: AssignmentDetails; onDone: () => void }) {
  const { assignment, onDone } = props;
  const [chosen, setChosen] = useState<AssignmentAction>();
  const desk = useRouteRef(deskRouteRef)?.();
  const here = assignment.actions.filter(each => DONE_HERE.includes(each));
  const isOwn = assignment.actions.length > here.length;
  if (chosen && here.includes(chosen)) {
    return (
      <ActionForm
        assignment={assignment}
        action={chosen}
        onCancel={() => setChosen(undefined)}
        onDone={() => {
          setChosen(undefined);
          onDone();
        }}
      />
    );
  }
  return (
    <div className={styles.buttons}>
      {here.map(action => (
        <Button
          key={action}
          size="small"
          variant="secondary"
          onPress={() => setChosen(action)}
        >
          {ACTION_WORDS[action].title}
        </Button>
      ))}
      {isOwn && desk && <TextLink href={desk}>Answer it on your desk</TextLink>}
      {here.length === 0 && !isOwn && (
        <span className={styles.quiet}>
          There is nothing for you to do here.
        </span>
      )}
    </div>
  );
}

/** One assignment: who, for what, how it came, and what the reader can do. */
export function AssignmentPanel(props: {
  id: string;
  onChanged: () => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null | undefined;
}) {
  const { id, onChanged, onClose, returnFocus } = props;
  const live = useAssignment(id);
  return (
    <SidePanel
      title="On the way"
      kicker={live.value && STATUS_WORDS[live.value.status]}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <BgProvider bg="neutral-1">
        <LivePanel
          live={live}
          subject="Assignment"
          height={280}
          forbidden={<ProgrammeForbidden what="this assignment" />}
        >
          {assignment => (
            <div className={styles.form}>
              <Facts assignment={assignment} />
              <Actions
                key={assignment.version}
                assignment={assignment}
                onDone={() => {
                  live.reload();
                  onChanged();
                }}
              />
              <History events={assignment.history} />
            </div>
          )}
        </LivePanel>
      </BgProvider>
    </SidePanel>
  );
}
