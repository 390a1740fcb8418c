import { Button } from '@backstage/ui';
import {
  DiscoveryHit,
  MatchReason,
  OpenRoleHit,
  PersonHit,
  TeamHit,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { formatCount, HatchedNote, PersonChip } from '@synchrony/ui';
import { AVAILABILITY_WORDS, LEVEL_WORDS, WILLING_WORDS } from '../../words';
import { EntityTitle, PlatformChips, TeamLink } from '../parts';
import styles from '../directory.module.css';

function Why({ reasons }: { reasons: MatchReason[] }) {
  return reasons.length > 0 ? (
    <>
      <p className={styles.quiet}>Why it matched</p>
      <ul className={styles.list}>
        {reasons.map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>{text}</li>
        ))}
      </ul>
    </>
  ) : null;
}

function Skills({ expertise }: Pick<PersonHit, 'expertise'>) {
  return (
    <ul className={styles.chips} aria-label="Skills they declared">
      {expertise.map(each => (
        <li key={each.skillId}>
          <strong>{each.skillName}</strong>{' '}
          {LEVEL_WORDS[each.level].toLowerCase()}
          {each.willing.length > 0 &&
            `, willing to: ${each.willing
              .map(willing => WILLING_WORDS[willing].toLowerCase())
              .join(', ')}`}
          {each.endorsementCount > 0 &&
            `, ${formatCount(each.endorsementCount, 'endorsement')}`}{' '}
          {each.isStale && <HatchedNote>not confirmed lately</HatchedNote>}
        </li>
      ))}
    </ul>
  );
}

function Person(props: {
  hit: PersonHit;
  onInvite: (userRef: string) => void;
}) {
  const { hit } = props;
  return (
    <li>
      <article aria-label="Person">
        <PersonChip entityRef={hit.userRef} />{' '}
        <span className={styles.quiet}>
          {hit.platformRef && <EntityTitle entityRef={hit.platformRef} />}
        </span>
        <Skills expertise={hit.expertise} />
        <p className={styles.quiet}>
          {hit.availability === 'not_stated' ? (
            <HatchedNote>{AVAILABILITY_WORDS.not_stated}</HatchedNote>
          ) : (
            AVAILABILITY_WORDS[hit.availability]
          )}
          {hit.limitPct !== undefined &&
            ` · at most ${hit.limitPct} % of their time`}
        </p>
        <Why reasons={hit.why} />
      </article>
      <Button
        size="small"
        variant="secondary"
        aria-label={`Invite ${hit.userRef}`}
        onPress={() => props.onInvite(hit.userRef)}
      >
        Invite
      </Button>
    </li>
  );
}

function Team({ hit }: { hit: TeamHit }) {
  return (
    <li>
      <article aria-label="Team">
        <TeamLink teamRef={hit.teamRef} title={hit.title} />
        <p className={styles.line}>{hit.outcome}</p>
        <PlatformChips refs={hit.platformRefs} />
        <Why reasons={hit.why} />
      </article>
    </li>
  );
}

function Role({ hit }: { hit: OpenRoleHit }) {
  return (
    <li>
      <article aria-label="Open role">
        <strong>{hit.title}</strong>{' '}
        {hit.teamRef && hit.teamTitle && (
          <>
            for <TeamLink teamRef={hit.teamRef} title={hit.teamTitle} />
          </>
        )}
        <p className={styles.quiet}>
          Open role · {formatCount(hit.seatsLeft, 'seat')} left
        </p>
        <Why reasons={hit.why} />
      </article>
    </li>
  );
}

/** What was found, in the order of the finder, each with why it matched. */
export function Hits(props: {
  hits: DiscoveryHit[];
  onInvite: (userRef: string) => void;
}) {
  return (
    <ul className={styles.rows} aria-label="Found">
      {props.hits.map(hit => {
        switch (hit.type) {
          case 'person':
            return (
              <Person key={hit.userRef} hit={hit} onInvite={props.onInvite} />
            );
          case 'team':
            return <Team key={hit.teamRef} hit={hit} />;
          default:
            return <Role key={hit.openRoleId} hit={hit} />;
        }
      })}
    </ul>
  );
}
