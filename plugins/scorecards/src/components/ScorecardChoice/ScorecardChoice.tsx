import { useApi, useAppSearchParams } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { DEFAULT_SCORECARD } from '@synchrony/backstage-plugin-scorecards-common';
import { useLiveData } from '@synchrony/ui';
import { scorecardsApiRef } from '../../api';
import styles from './ScorecardChoice.module.css';
import { useChosenScorecard } from './useChosenScorecard';

const POLL_MS = 5 * 60_000;

/** By which scorecard is counted; nothing where there is only one. */
export function ScorecardChoice() {
  const api = useApi(scorecardsApiRef);
  const [, setSearch] = useAppSearchParams();
  const { value } = useLiveData({
    key: 'definitions',
    load: () => api.getDefinitions(),
    pollMs: POLL_MS,
  });
  const scorecards = value?.scorecards ?? [];
  const named = useChosenScorecard();
  if (scorecards.length < 2) {
    return null;
  }
  const chosen = named ?? DEFAULT_SCORECARD;
  const choose = (id: string) =>
    setSearch(
      previous => {
        previous.delete('cursor');
        if (id === DEFAULT_SCORECARD) {
          previous.delete('scorecard');
        } else {
          previous.set('scorecard', id);
        }
        return previous;
      },
      { replace: true },
    );
  return (
    <div className={styles.choice}>
      <span aria-hidden="true">Scorecard</span>
      <ToggleButtonGroup
        aria-label="Scorecard"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={([id]) => choose(String(id))}
      >
        {scorecards.map(({ id, title }) => (
          <ToggleButton key={id} id={id}>
            {title}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
