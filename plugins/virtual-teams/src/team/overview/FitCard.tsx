import { Button } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import {
  GapSuggestions,
  Suggestion,
  TeamSuggestions,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { HatchedNote, OwnerChip, PanelEmpty, PersonChip } from '@synchrony/ui';
import { EntityTitle } from '../../directory/parts/EntityTitle';
import { Card } from '../../parts';
import styles from '../team.module.css';

type Invite = (userRef: string, skillId: string) => void;

function Person(props: {
  person: Suggestion;
  skillId: string;
  onInvite?: Invite;
}) {
  const { onInvite, person, skillId } = props;
  return (
    <li>
      <div className={styles.between}>
        <PersonChip entityRef={person.userRef} />
        {onInvite && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => onInvite(person.userRef, skillId)}
          >
            Invite <EntityTitle entityRef={person.userRef} />
          </Button>
        )}
      </div>
      {person.platformRef && <OwnerChip entityRef={person.platformRef} />}
      <ul className={styles.list} aria-label="Why">
        {person.reasons.map(({ isKnown, text }) => (
          <li key={text}>
            {isKnown ? (
              <>
                <RiCheckLine size={14} aria-hidden="true" /> {text}
              </>
            ) : (
              <HatchedNote>? {text}</HatchedNote>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

function limitWords(atLimit: number): string {
  return `${atLimit} more ${atLimit === 1 ? 'matches but is' : 'match but are'} at their limit.`;
}

function Gap(props: { gap: GapSuggestions; onInvite?: Invite }) {
  const { gap, onInvite } = props;
  return (
    <>
      <h4>{gap.title}</h4>
      {gap.people.length === 0 && (
        <p>Nobody who chose to be found fits. That is unknown, not absent.</p>
      )}
      <ul className={styles.list} aria-label={`People for ${gap.title}`}>
        {gap.people.map(person => (
          <Person
            key={person.userRef}
            person={person}
            skillId={gap.skillId}
            onInvite={onInvite}
          />
        ))}
      </ul>
      <p className={styles.quiet}>
        {gap.atLimit > 0 && `${limitWords(gap.atLimit)} `}
        Unknown availability is not availability.
      </p>
    </>
  );
}

/** Who could close the gaps, with the reasons; the lead decides. */
export function FitCard(props: {
  suggestions: TeamSuggestions;
  onInvite?: Invite;
}) {
  const { gaps } = props.suggestions;
  return (
    <Card
      title="People who fit"
      sub="Only people who chose to be found. Suggested order; you decide."
    >
      {gaps.length === 0 && (
        <PanelEmpty title="No skill is missing">
          People are suggested here when a skill is not covered.
        </PanelEmpty>
      )}
      {gaps.map(gap => (
        <Gap key={gap.skillId} gap={gap} onInvite={props.onInvite} />
      ))}
    </Card>
  );
}
