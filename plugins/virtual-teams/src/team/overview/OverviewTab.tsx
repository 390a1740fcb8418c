import { useState } from 'react';
import { formatCount, LivePanel, PanelNotice } from '@synchrony/ui';
import { Button } from '@backstage/ui';
import { TeamsForbidden } from '../../directory/TeamsForbidden';
import { EntitiesCard } from '../entities';
import { InviteDialog, MembersCard, OpenSeats } from '../members';
import type { TeamTabProps } from '../TeamPage';
import { useSuggestions } from '../teamData';
import { NextCard } from '../timeline';
import { CharterCard } from './CharterCard';
import { FitCard } from './FitCard';
import { SkillsCard } from './SkillsCard';
import styles from '../team.module.css';

interface Invited {
  userRef: string;
  skillId: string;
}

/** The team in one look: purpose, people, what is missing, and who fits. */
export function OverviewTab(props: TeamTabProps) {
  const { team } = props;
  const suggestions = useSuggestions(team.teamRef);
  const [invited, setInvited] = useState<Invited>();
  const missing = team.skills.filter(({ count, covered }) => covered < count);
  const people = new Set(
    suggestions.value?.gaps.flatMap(gap =>
      gap.people.map(({ userRef }) => userRef),
    ),
  ).size;
  const showFit = () => document.getElementById('people-who-fit')?.focus();
  return (
    <>
      {missing.length > 0 && (
        <PanelNotice tone="warning">
          <div className={styles.between}>
            <span>
              <strong>
                {formatCount(missing.length, 'skill')}{' '}
                {missing.length === 1 ? 'is' : 'are'} not covered:
              </strong>{' '}
              {missing
                .map(({ skillName, title }) => title ?? skillName)
                .join(', ')}
            </span>
            {people > 0 && (
              <Button size="small" variant="secondary" onPress={showFit}>
                See {formatCount(people, 'person', 'people')} who{' '}
                {people === 1 ? 'fits' : 'fit'}
              </Button>
            )}
          </div>
        </PanelNotice>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <CharterCard team={team} />
          <MembersCard teamRef={team.teamRef}>
            <OpenSeats openRoles={team.openRoles} />
          </MembersCard>
          <EntitiesCard team={team} />
        </div>
        <div className={styles.main}>
          <SkillsCard skills={team.skills} />
          <div id="people-who-fit" tabIndex={-1}>
            <LivePanel
              live={suggestions}
              subject="People who fit"
              height={160}
              forbidden={<TeamsForbidden what="people who chose to be found" />}
            >
              {value => (
                <FitCard
                  suggestions={value}
                  onInvite={
                    team.isLead
                      ? (userRef, skillId) => setInvited({ userRef, skillId })
                      : undefined
                  }
                />
              )}
            </LivePanel>
          </div>
          <NextCard teamRef={team.teamRef} />
        </div>
      </div>
      {invited && (
        <InviteDialog
          teamRef={team.teamRef}
          userRef={invited.userRef}
          skillId={invited.skillId}
          onClose={() => setInvited(undefined)}
          onDone={props.onChanged}
        />
      )}
    </>
  );
}
