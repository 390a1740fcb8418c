import { Button } from '@backstage/ui';
import { OpenRole } from '@synchrony/backstage-plugin-virtual-teams-common';
import { formatCount, HatchedNote, PersonChip, TextLink } from '@synchrony/ui';
import { dayWords, LEVEL_WORDS } from '../../words';
import { AskGuild, EntityTitle, TeamLink } from '../parts';
import { useTeamPaths } from '../useTeamPaths';
import styles from '../directory.module.css';

function terms(role: OpenRole): string {
  return [
    formatCount(role.seatsLeft, 'person', 'people'),
    role.level && `${LEVEL_WORDS[role.level].toLowerCase()} or above`,
    role.allocationPct !== undefined && `${role.allocationPct} % each`,
    role.until && `until ${dayWords(role.until)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function Matches({ role }: { role: OpenRole }) {
  const { directory } = useTeamPaths();
  if (role.matches === undefined) {
    return null;
  }
  if (role.matches === 0) {
    return <HatchedNote>nobody opted in</HatchedNote>;
  }
  const text =
    role.matches === 1
      ? '1 opted-in person matches'
      : `${role.matches} opted-in people match`;
  return role.skillId ? (
    <TextLink
      href={`${directory}/expertise?${new URLSearchParams({ skill: role.skillId })}`}
    >
      {text}
    </TextLink>
  ) : (
    <span className={styles.quiet}>{text}</span>
  );
}

/** A seat that is looked for, who decides and by when. */
export function OpenRoleRow(props: {
  role: OpenRole;
  onOffer: (role: OpenRole) => void;
}) {
  const { role } = props;
  return (
    <li>
      <div>
        <strong>{role.title}</strong>{' '}
        {role.teamRef && role.teamTitle && (
          <>
            for <TeamLink teamRef={role.teamRef} title={role.teamTitle} />
          </>
        )}
        <p className={styles.quiet}>{terms(role)}</p>
        <p className={styles.quiet}>
          {role.decidedBy.map((ref, index) => (
            <span key={ref}>
              {index > 0 && ' or '}
              <EntityTitle entityRef={ref} />
            </span>
          ))}
          {role.decidedBy.length > 0
            ? ` decides, within ${role.answerDays} days`
            : `You hear within ${role.answerDays} days`}
        </p>
      </div>
      <div className={styles.buttons}>
        <Matches role={role} />
        {role.teamRef && !role.isMine && (
          <Button
            size="small"
            variant="secondary"
            aria-label={`Offer help with ${role.title}`}
            onPress={() => props.onOffer(role)}
          >
            Offer help
          </Button>
        )}
        {!role.teamRef && role.postedBy && (
          <span>
            Ask <PersonChip entityRef={role.postedBy} />
          </span>
        )}
        {role.matches === 0 && <AskGuild />}
      </div>
    </li>
  );
}
