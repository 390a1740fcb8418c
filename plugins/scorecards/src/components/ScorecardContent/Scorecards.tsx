import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { Scorecard } from './Scorecard';

/** One scorecard, and where there are several, a choice of them. */
export function Scorecards(props: {
  entityRef: string;
  scorecards: ScorecardView[];
}) {
  const { entityRef, scorecards } = props;
  const [search, setSearch] = useAppSearchParams();
  const chosen =
    scorecards.find(({ id }) => id === search.get('scorecard')) ??
    scorecards[0];
  if (!chosen) {
    return null;
  }
  return (
    <>
      {scorecards.length > 1 && (
        <ToggleButtonGroup
          aria-label="Scorecard"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[chosen.id]}
          onSelectionChange={([id]) =>
            setSearch({ scorecard: String(id) }, { replace: true })
          }
        >
          {scorecards.map(({ id, title }) => (
            <ToggleButton key={id} id={id}>
              {title}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <Scorecard key={chosen.id} entityRef={entityRef} scorecard={chosen} />
    </>
  );
}
