import { useAppNavigate } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import {
  Skill,
  TeamProposal,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { formatCount, HatchedNote, TextLink } from '@synchrony/ui';
import { useEffect, useRef } from 'react';
import { dayWords, LEVEL_WORDS } from '../../words';
import { PlatformChips, TeamLink } from '../parts';
import { useTeamPaths } from '../useTeamPaths';
import styles from '../directory.module.css';

function Evidence({ proposal }: { proposal: TeamProposal }) {
  return (
    <ul className={styles.list} aria-label="What speaks for it">
      {proposal.evidence.map(({ path, text }) => (
        <li key={text}>
          {path ? <TextLink href={path}>{text}</TextLink> : text}
        </li>
      ))}
    </ul>
  );
}

function Entities({ proposal }: { proposal: TeamProposal }) {
  const { entityCount, entityCountIsLowerBound, entityRefs } = proposal;
  return (
    <details>
      <summary>
        {entityCountIsLowerBound && 'at least '}
        {formatCount(entityCount, 'entity fails', 'entities fail')} it
      </summary>
      <ul className={styles.list}>
        {entityRefs.map(ref => (
          <li key={ref}>
            <EntityRefLink entityRef={ref} hideIcon />
          </li>
        ))}
      </ul>
      {entityRefs.length < entityCount && (
        <p className={styles.quiet}>
          The {entityRefs.length} shown are a scope to begin with.
        </p>
      )}
    </details>
  );
}

function Needs(props: { proposal: TeamProposal; skills: Skill[] }) {
  const { proposal, skills } = props;
  return (
    <>
      <ul className={styles.chips} aria-label="Skills that it needs">
        {proposal.requiredExpertise.map(({ count, level, skillId }) => (
          <li key={skillId}>
            {skills.find(({ id }) => id === skillId)?.name ?? skillId},{' '}
            {LEVEL_WORDS[level].toLowerCase()},{' '}
            {formatCount(count, 'person', 'people')}
          </li>
        ))}
      </ul>
      {proposal.candidates > 0 ? (
        <p className={styles.quiet}>
          {formatCount(
            proposal.candidates,
            'opted-in person',
            'opted-in people',
          )}{' '}
          would fit
        </p>
      ) : (
        <HatchedNote>nobody who opted in: unknown, not absent</HatchedNote>
      )}
    </>
  );
}

/** A team that the data proposes, with what speaks for it. */
export function ProposalCard(props: {
  proposal: TeamProposal;
  skills: Skill[];
  canPropose: boolean;
  isHighlighted: boolean;
}) {
  const { canPropose, isHighlighted, proposal, skills } = props;
  const { newTeam } = useTeamPaths();
  const navigate = useAppNavigate();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isHighlighted) {
      card.current?.scrollIntoView?.({ block: 'center' });
    }
  }, [isHighlighted]);
  const { id, teamRef, title } = proposal;
  return (
    <article
      ref={card}
      aria-label={title}
      aria-current={isHighlighted || undefined}
      className={`${styles.card} ${isHighlighted ? styles.highlight : ''}`}
    >
      <h2>{title}</h2>
      <p className={styles.line}>{proposal.outcome}</p>
      <p className={styles.quiet}>Since {dayWords(proposal.since)}</p>
      <PlatformChips refs={proposal.platformRefs} />
      <Evidence proposal={proposal} />
      <Entities proposal={proposal} />
      {teamRef ? (
        <p className={styles.line}>
          <TeamLink teamRef={teamRef} title="Team working on it" />
        </p>
      ) : (
        <>
          <Needs proposal={proposal} skills={skills} />
          {canPropose && newTeam && (
            <Button
              size="small"
              variant="secondary"
              aria-label={`Propose this team: ${title}`}
              onPress={() =>
                navigate(`${newTeam}?${new URLSearchParams({ proposal: id })}`)
              }
            >
              Propose this team
            </Button>
          )}
        </>
      )}
    </article>
  );
}
