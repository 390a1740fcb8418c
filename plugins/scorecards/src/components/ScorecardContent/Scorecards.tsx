import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { levelLabel } from '@synchrony/ui';
import { Scorecard } from './Scorecard';
import styles from './ScorecardContent.module.css';

/**
 * The scorecard that the address names; one that has the check that is open
 * where it names none.
 */
function chosenOf(
  scorecards: ScorecardView[],
  search: URLSearchParams,
): ScorecardView | undefined {
  const hasCheck = ({ checks }: ScorecardView) =>
    checks.some(({ id }) => id === search.get('check'));
  return (
    scorecards.find(({ id }) => id === search.get('scorecard')) ??
    scorecards.find(hasCheck) ??
    scorecards[0]
  );
}

/** One scorecard, and where there are several, a choice of them. */
export function Scorecards(props: {
  entityRef: string;
  scorecards: ScorecardView[];
}) {
  const { entityRef, scorecards } = props;
  const [search, setSearch] = useAppSearchParams();
  const chosen = chosenOf(scorecards, search);
  if (!chosen) {
    return null;
  }
  const choose = (id: string) =>
    setSearch(
      previous => {
        const checks = scorecards.find(each => each.id === id)?.checks ?? [];
        if (!checks.some(check => check.id === previous.get('check'))) {
          previous.delete('check');
        }
        previous.set('scorecard', id);
        return previous;
      },
      { replace: true },
    );
  return (
    <>
      {scorecards.length > 1 && (
        <div className={styles.choice}>
          <span aria-hidden="true">Scorecard</span>
          <ToggleButtonGroup
            aria-label="Scorecard"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[chosen.id]}
            onSelectionChange={([id]) => choose(String(id))}
          >
            {scorecards.map(({ id, level, title }) => (
              <ToggleButton key={id} id={id}>
                {`${title}: ${levelLabel(level)}`}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </div>
      )}
      <Scorecard key={chosen.id} entityRef={entityRef} scorecard={chosen} />
    </>
  );
}
