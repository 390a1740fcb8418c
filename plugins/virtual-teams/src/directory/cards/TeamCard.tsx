import { Button } from '@backstage/ui';
import {
  JOINABLE_TEAM_STATUSES,
  TEAM_KIND_RULES,
  TeamSummary,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { formatCount, PeopleStack } from '@synchrony/ui';
import { dayWords, KIND_WORDS } from '../../words';
import { PlatformChips, SeatSquares, TeamBadge, TeamLink } from '../parts';
import styles from './cards.module.css';

function nextDay({ endsAt, reviewAt }: TeamSummary): string {
  if (endsAt) {
    return ` · ends ${dayWords(endsAt)}`;
  }
  return reviewAt ? ` · review ${dayWords(reviewAt)}` : '';
}

function needsText({ openRoles }: TeamSummary): string {
  const [first, ...others] = openRoles;
  const seats = openRoles.reduce((sum, { seatsLeft }) => sum + seatsLeft, 0);
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `Needs ${first.title}${more}, ${formatCount(seats, 'person', 'people')}`;
}

/** A team in short, with one link; the strip stands where a role is open. */
export function TeamCard(props: {
  team: TeamSummary;
  onOffer: (team: TeamSummary) => void;
}) {
  const { team } = props;
  const { isOpenToAll } = TEAM_KIND_RULES[team.kind];
  const canOffer =
    JOINABLE_TEAM_STATUSES.includes(team.status) && team.mine === undefined;
  return (
    <article className={styles.card} aria-label={team.title}>
      <div>
        <h2>
          <TeamLink teamRef={team.teamRef} title={team.title} />
        </h2>
        <p className={styles.quiet}>
          {KIND_WORDS[team.kind]}
          {nextDay(team)}
        </p>
      </div>
      <p>{team.outcome}</p>
      <div className={styles.row}>
        <TeamBadge status={team.status} isStale={team.isStale} />
        <PlatformChips refs={team.platformRefs} />
      </div>
      <div className={`${styles.row} ${styles.foot}`}>
        <PeopleStack refs={team.memberRefs} total={team.memberCount} />
        {isOpenToAll && <span className={styles.quiet}>open to all</span>}
        {!isOpenToAll && team.seatsAsked > 0 && (
          <SeatSquares covered={team.seatsCovered} asked={team.seatsAsked} />
        )}
      </div>
      {team.openRoles.length > 0 && (
        <div className={styles.needs}>
          <span>{needsText(team)}</span>
          {canOffer && (
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Offer help to ${team.title}`}
              onPress={() => props.onOffer(team)}
            >
              Offer help
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
