import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import {
  Expertise,
  PersonProfile,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, TextLink, useIdentity } from '@synchrony/ui';
import { useState } from 'react';
import { TeamsForbidden } from '../directory/TeamsForbidden';
import { TeamLink } from '../directory/parts';
import { useTeamPaths } from '../directory/useTeamPaths';
import {
  AVAILABILITY_WORDS,
  LEVEL_WORDS,
  ROLE_WORDS,
  VISIBILITY_WORDS,
  WILLING_WORDS,
} from '../words';
import { EndorseDialog } from './EndorseDialog';
import { usePersonMemberships, usePersonProfile } from './entityData';
import styles from './entity.module.css';

function Skills(props: { person: PersonProfile; onChanged: () => void }) {
  const { onChanged, person } = props;
  const { canEndorse, profile, userRef } = person;
  const paths = useTeamPaths();
  const me = useIdentity()?.userEntityRef.toLocaleLowerCase('en-US');
  const [endorsed, setEndorsed] = useState<Expertise>();
  const isMe = me === userRef;
  const change = (
    <TextLink href={paths.profile}>
      {profile ? 'Change my profile' : 'Say what you can'}
    </TextLink>
  );
  if (!profile) {
    return (
      <p className={styles.quiet}>
        {isMe ? (
          <>You share no skills. {change}</>
        ) : (
          'Shares no skills with you.'
        )}
      </p>
    );
  }
  return (
    <>
      {isMe && (
        <p className={styles.quiet}>
          You see all of it; you are found by{' '}
          <strong>{VISIBILITY_WORDS[profile.visibility]}</strong>. {change}
        </p>
      )}
      <p className={styles.quiet}>
        {AVAILABILITY_WORDS[profile.availability]}
        {profile.limitPct !== undefined && `, at most ${profile.limitPct} %`}
      </p>
      <ul className={styles.list}>
        {profile.expertise.map(skill => (
          <li key={skill.skillId} className={styles.row}>
            <span>
              <strong>{skill.skillName}</strong>, {LEVEL_WORDS[skill.level]}
              {skill.isStale && ' (not confirmed lately)'}
              {isMe &&
                skill.visibility &&
                ` (found by ${VISIBILITY_WORDS[skill.visibility]})`}
              {skill.endorsementCount > 0 &&
                ` · ${skill.endorsementCount} ${skill.endorsementCount === 1 ? 'endorsement' : 'endorsements'}`}
              {skill.willing.length > 0 &&
                ` · ${skill.willing.map(each => WILLING_WORDS[each]).join(', ')}`}
            </span>
            {canEndorse.includes(skill.skillId) && (
              <Button
                size="small"
                variant="tertiary"
                aria-label={`Endorse ${skill.skillName}`}
                onPress={() => setEndorsed(skill)}
              >
                Endorse
              </Button>
            )}
          </li>
        ))}
      </ul>
      {endorsed && (
        <EndorseDialog
          userRef={userRef}
          skill={endorsed}
          onDone={onChanged}
          onClose={() => setEndorsed(undefined)}
        />
      )}
    </>
  );
}

/** The virtual teams of the person of the page, and the skills they share. */
export function PersonTeamsCard() {
  const { entity } = useEntity();
  const userRef = stringifyEntityRef(entity);
  const memberships = usePersonMemberships(userRef);
  const profile = usePersonProfile(userRef);
  return (
    <EntityInfoCard title="Virtual teams and skills">
      <div className={styles.stack}>
        <LivePanel
          live={memberships}
          subject="Virtual teams"
          height={72}
          forbidden={<TeamsForbidden what="virtual teams" />}
        >
          {({ items }) =>
            items.length === 0 ? (
              <p className={styles.quiet}>In no virtual team.</p>
            ) : (
              <ul className={styles.list}>
                {items.map(({ id, role, teamRef, teamTitle }) => (
                  <li key={id} className={styles.row}>
                    <TeamLink teamRef={teamRef} title={teamTitle} />
                    <span>{ROLE_WORDS[role]}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </LivePanel>
        <LivePanel
          live={profile}
          subject="Skills"
          height={72}
          forbidden={<TeamsForbidden what="skills" />}
        >
          {person => <Skills person={person} onChanged={profile.reload} />}
        </LivePanel>
      </div>
    </EntityInfoCard>
  );
}
