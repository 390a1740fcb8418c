import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { outcomeLabel } from '@synchrony/ui';
import { stageLabel } from '../../model/labels';
import { StageTeams } from '../Portfolio/StageTeams';
import { PageState } from './usePageState';
import styles from './ScorecardsPage.module.css';

/** What the list was narrowed to by following a number, and the way back. */
export function ScopeNotice(props: {
  state: PageState;
  onChange: (change: Partial<PageState>) => void;
}) {
  const { state, onChange } = props;
  const { stage, outcome, target } = state;
  const scope = state.within ?? state.team ?? state.system;
  if (!scope && !stage && !target) {
    return null;
  }
  return (
    <p className={styles.scope}>
      <span>
        Only components
        {scope && (
          <>
            {state.team ? ' owned by ' : ' of '}
            <EntityRefLinks entityRefs={scope.split(',')} hideIcons />
          </>
        )}
        {stage &&
          ` with ${stageLabel(stage)} checks${outcome ? ` that came out as ${outcomeLabel(outcome).toLowerCase()}` : ''}`}
        {target &&
          (target === 'met'
            ? ' at or above their target'
            : ' below their target')}
      </span>
      {stage && (
        <StageTeams
          scorecardId={state.scorecard}
          stage={stage}
          platformRef={state.within}
        />
      )}
      <Button
        size="small"
        variant="secondary"
        onPress={() =>
          onChange({
            within: undefined,
            team: undefined,
            system: undefined,
            stage: undefined,
            outcome: undefined,
            target: undefined,
          })
        }
      >
        Show all
      </Button>
    </p>
  );
}
