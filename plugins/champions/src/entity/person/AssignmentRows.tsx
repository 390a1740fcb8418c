import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ChampionAssignment } from '@synchrony/backstage-plugin-champions-common';
import { AssignmentButtons } from '../../desk/dialogs';
import { dayWords, ROLE_WORDS, STATUS_WORDS } from '../../words';
import styles from '../entity.module.css';

/** What a person helps with, and on their own page what can be done. */
export function AssignmentRows(props: {
  assignments: ChampionAssignment[];
  isMe: boolean;
  onChanged: () => void;
}) {
  const { assignments, isMe, onChanged } = props;
  return (
    <ul className={styles.list} aria-label="Assignments">
      {assignments.map(assignment => (
        <li key={assignment.id}>
          <div className={styles.row}>
            <span>
              {ROLE_WORDS[assignment.role]} for{' '}
              <EntityRefLink entityRef={assignment.scopeRef} hideIcon />
            </span>
            <span>{STATUS_WORDS[assignment.status]}</span>
          </div>
          {assignment.startedAt && (
            <p className={styles.quiet}>
              since {dayWords(assignment.startedAt)}
              {isMe &&
                assignment.nextConfirmAt &&
                ` · confirm again by ${dayWords(assignment.nextConfirmAt)}`}
            </p>
          )}
          {isMe && (
            <AssignmentButtons
              assignment={assignment}
              onChanged={() => onChanged()}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
