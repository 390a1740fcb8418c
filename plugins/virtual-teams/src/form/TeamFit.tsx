import { useApi } from '@backstage/frontend-plugin-api';
import {
  GapSuggestions,
  SuggestionsInput,
  TeamDefinition,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  formatCount,
  HatchedNote,
  LivePanel,
  PanelForbidden,
  PersonChip,
  useLiveData,
} from '@synchrony/ui';
import { FOLLOW, virtualTeamsApiRef } from '../api';
import styles from './form.module.css';

const MOST_SHOWN = 3;

function Gap({ gap }: { gap: GapSuggestions }) {
  return (
    <li>
      <strong>{gap.title}</strong>:{' '}
      {formatCount(gap.missing, 'person', 'people')} missing
      {gap.people.length === 0 && (
        <>
          {' '}
          <HatchedNote>nobody who opted in: unknown, not absent</HatchedNote>
        </>
      )}
      <ul className={styles.list}>
        {gap.people.slice(0, MOST_SHOWN).map(({ reasons, userRef }) => (
          <li key={userRef}>
            <PersonChip entityRef={userRef} />
            <ul className={styles.list}>
              {reasons.map(({ isKnown, text }) => (
                <li key={text}>
                  {isKnown ? text : <HatchedNote>{text}</HatchedNote>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {gap.atLimit > 0 && (
        <p className={styles.quiet}>
          {gap.atLimit} more who match give all their time already
        </p>
      )}
    </li>
  );
}

function Fit({ input }: { input: SuggestionsInput }) {
  const api = useApi(virtualTeamsApiRef);
  const live = useLiveData({
    key: JSON.stringify(input),
    load: () => api.suggest(input),
    ...FOLLOW,
  });
  return (
    <LivePanel
      live={live}
      subject="Who could help"
      height={160}
      forbidden={<PanelForbidden title="You can't see who has which skill." />}
    >
      {({ gaps }) => (
        <ul className={styles.list}>
          {gaps.map(gap => (
            <Gap key={`${gap.skillId} ${gap.level}`} gap={gap} />
          ))}
        </ul>
      )}
    </LivePanel>
  );
}

/** People who chose to be found and fit the skills of a team that is written. */
export function TeamFit({ definition }: { definition: TeamDefinition }) {
  const requiredExpertise = definition.requiredExpertise.filter(
    ({ count, skillId }) => skillId && count >= 1,
  );
  if (requiredExpertise.length === 0) {
    return null;
  }
  const memberRefs = [definition.leadRef, ...definition.deputyRefs];
  return (
    <section aria-label="Who could help">
      <h3>Who could help</h3>
      <p className={styles.quiet}>
        Only people who chose to be found, no ranking. You can invite them once
        the team is proposed.
      </p>
      <Fit
        input={{
          requiredExpertise,
          platformRefs: definition.platformRefs,
          memberRefs: [...new Set(memberRefs.filter(Boolean))],
        }}
      />
    </section>
  );
}
