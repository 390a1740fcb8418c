import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import {
  ExportButtons,
  formatExactTime,
  levelLabel,
  PanelForbidden,
  SidePanelLayout,
} from '@synchrony/ui';
import { useRef } from 'react';
import { checkGroups } from '../../model/filters';
import { ScoreHistory } from '../ScoreHistory';
import { useEntityOwner } from '../useEntityOwner';
import { CheckPanel } from './CheckPanel';
import { checkSheet } from './checkSheet';
import { CheckTable } from './CheckTable';
import { CheckToolbar } from './CheckToolbar';
import { GainsSum } from './GainsSum';
import { ScorecardHeader } from './ScorecardHeader';
import { StageStrip } from './StageStrip';
import { WaitingChecks } from './WaitingChecks';
import { useTableState } from './useTableState';
import styles from './ScorecardContent.module.css';

/** Header, stages, and the table of checks with the details of one beside it. */
export function Scorecard(props: {
  entityRef: string;
  scorecard: ScorecardView;
}) {
  const { entityRef, scorecard } = props;
  const state = useTableState(scorecard);
  const owner = useEntityOwner();
  const picture = useRef<HTMLDivElement>(null);
  const openers = useRef(new Map<string, HTMLButtonElement>());

  const groups = checkGroups({
    scorecard,
    filter: state.filter,
    stage: state.stage,
  });
  const rows = groups.flatMap(group => group.checks);
  const selected = scorecard.checks.find(({ id }) => id === state.checkId);
  const position = rows.findIndex(({ id }) => id === state.checkId);
  const stepTo = (index: number) => {
    const row = position < 0 ? undefined : rows[index];
    return row && (() => state.openCheck(row.id));
  };

  return (
    <div className={styles.stack}>
      <ScorecardHeader scorecard={scorecard} />
      <ToggleButtonGroup
        aria-label="View"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[state.view]}
        onSelectionChange={([key]) =>
          state.setView(key === 'history' ? 'history' : 'checks')
        }
      >
        <ToggleButton id="checks">Checks</ToggleButton>
        <ToggleButton id="history">History</ToggleButton>
      </ToggleButtonGroup>
      {state.view === 'checks' && (
        <StageStrip
          scorecard={scorecard}
          selected={state.stage}
          onSelect={state.setStage}
        />
      )}
      {scorecard.redacted && (
        <PanelForbidden
          title="You can see the outcomes, not what stands behind them."
          askRef={owner}
        >
          Reasons, evidence, gains and the plan are open to the owner and to
          AppSec.
        </PanelForbidden>
      )}
      <SidePanelLayout
        panel={
          selected && (
            <CheckPanel
              entityRef={entityRef}
              check={selected}
              onClose={() => state.openCheck(undefined)}
              onPrevious={stepTo(position - 1)}
              onNext={stepTo(position + 1)}
              returnFocus={() => openers.current.get(selected.id)}
            />
          )
        }
      >
        {state.view === 'history' && (
          <ScoreHistory
            entityRef={entityRef}
            scorecard={scorecard}
            openCheckId={selected?.id}
            onOpen={state.openCheck}
            openers={openers.current}
          />
        )}
        {state.view === 'checks' && (
          <div className={styles.tableArea}>
            <div className={styles.card}>
              <CheckToolbar
                scorecard={scorecard}
                filter={state.filter}
                onFilter={state.setFilter}
              />
              <div className={styles.exports}>
                <ExportButtons
                  name={`scorecard-${scorecard.id}`}
                  rows={() => checkSheet(entityRef, scorecard, rows)}
                  picture={{
                    title: `${scorecard.title}: ${levelLabel(scorecard.level)}`,
                    notes: [
                      `${entityRef} · ${scorecard.id} v${scorecard.version} · evaluated ${formatExactTime(scorecard.computedAt)}`,
                      `${rows.length} of ${scorecard.checks.length} checks are shown.`,
                    ],
                    element: picture,
                  }}
                />
              </div>
              <div ref={picture}>
                <CheckTable
                  groups={groups}
                  selectedId={selected?.id}
                  onOpen={state.openCheck}
                  openers={openers.current}
                />
              </div>
            </div>
            <GainsSum scorecard={scorecard} />
            <WaitingChecks scorecard={scorecard} stage={state.stage} />
          </div>
        )}
      </SidePanelLayout>
    </div>
  );
}
