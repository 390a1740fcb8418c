import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { DeskScope } from '@synchrony/backstage-plugin-champions-common';
import { CoverageMark } from '../../entity/CoverageMark';
import { dayWords, ROLE_WORDS, STATUS_WORDS } from '../../words';
import { AssignmentButtons } from '../dialogs';
import { ScopeNumbers } from './ScopeNumbers';
import { SideCard } from './SideCard';
import styles from '../desk.module.css';

function Terms({ scope }: { scope: DeskScope }) {
  const { capacityPct, endsAt, nextConfirmAt, offeredPct, status } =
    scope.assignment;
  return (
    <p>
      {capacityPct !== undefined && `${capacityPct} % of your time is agreed. `}
      {capacityPct === undefined &&
        offeredPct !== undefined &&
        `You offered ${offeredPct} % of your time; it is not agreed yet. `}
      {nextConfirmAt && `Confirm again by ${dayWords(nextConfirmAt)}. `}
      {endsAt &&
        status === 'stepping_down' &&
        `You stop on ${dayWords(endsAt)}.`}
    </p>
  );
}

function Scope(props: {
  scope: DeskScope;
  onChanged: (words: string) => void;
}) {
  const { onChanged, scope } = props;
  const { assignment, coverage } = scope;
  return (
    <li className={styles.stack}>
      <span className={styles.buttons}>
        <strong>
          <EntityRefLink entityRef={assignment.scopeRef} hideIcon />
        </strong>
        <CoverageMark state={coverage} />
      </span>
      <span className={styles.sub}>
        {ROLE_WORDS[assignment.role]} · {STATUS_WORDS[assignment.status]}
      </span>
      <ScopeNumbers scope={scope} />
      <Terms scope={scope} />
      <AssignmentButtons assignment={assignment} onChanged={onChanged} />
    </li>
  );
}

/** What the reader is champion or deputy of, and what can be done with it. */
export function ScopesCard(props: {
  scopes: DeskScope[];
  onChanged: (words: string) => void;
}) {
  return (
    <SideCard title={props.scopes.length === 1 ? 'Your scope' : 'Your scopes'}>
      <ul className={styles.list}>
        {props.scopes.map(scope => (
          <Scope
            key={scope.assignment.id}
            scope={scope}
            onChanged={props.onChanged}
          />
        ))}
      </ul>
    </SideCard>
  );
}
