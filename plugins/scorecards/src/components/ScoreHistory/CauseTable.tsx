import {
  ScoreChanges,
  ScorecardView,
  ScoreStanding,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  ExportButtons,
  formatExactTime,
  levelLabel,
  PanelEmpty,
} from '@synchrony/ui';
import { useRef } from 'react';
import { formatLevels, formatPart, sumText } from '../../model/causes';
import { CauseRow } from './CauseRow';
import { causeSheet } from './historySheets';
import styles from './ScoreHistory.module.css';

function standing({ level, scoreTenths, time }: ScoreStanding): string {
  const stood = level
    ? `${levelLabel(level)}, ${(scoreTenths / 10).toFixed(1)}`
    : 'not covered';
  return `${stood} on ${formatExactTime(time)}`;
}

/** All causes between two moments, and their sum. */
export function CauseTable(props: {
  changes: ScoreChanges;
  scorecard: ScorecardView;
  openCheckId?: string;
  onOpen: (checkId: string) => void;
  openers: Map<string, HTMLButtonElement>;
}) {
  const { changes, scorecard, openCheckId, onOpen, openers } = props;
  const { causes, from, to } = changes;
  const picture = useRef<HTMLDivElement>(null);
  const levels = causes.reduce((sum, cause) => sum + cause.levels, 0);
  if (causes.length === 0) {
    return (
      <PanelEmpty title="Nothing changed in this time">
        {standing(to)}.
      </PanelEmpty>
    );
  }
  return (
    <>
      <p className={styles.sub}>
        From {standing(from)}, to {standing(to)}.
        {!changes.redacted && ' Reasons are those with which an outcome began.'}
        {changes.isNet &&
          ' What is shown is the difference of the two, without the steps between.'}
      </p>
      <div className={styles.tools}>
        <ExportButtons
          name="score-causes"
          rows={() => causeSheet(changes)}
          picture={{
            title: 'Why did the score change?',
            notes: [
              `${changes.entityRef} · scorecard ${changes.scorecardId}`,
              `From ${standing(from)}, to ${standing(to)}.`,
            ],
            element: picture,
          }}
        />
      </div>
      <div className={styles.scroll} ref={picture}>
        <table className={styles.table}>
          <caption className={styles.hidden}>Causes, oldest first</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col" className={styles.number}>
                Points
              </th>
              <th scope="col" className={styles.number}>
                Levels
              </th>
            </tr>
          </thead>
          <tbody>
            {causes.map((cause, index) => {
              const check = scorecard.checks.find(
                ({ id }) => id === cause.checkId,
              );
              return (
                <CauseRow
                  key={`${index} ${cause.kind} ${cause.checkId ?? ''}`}
                  entityRef={changes.entityRef}
                  cause={cause}
                  check={check}
                  isOpen={check !== undefined && check.id === openCheckId}
                  onOpen={opener => {
                    if (check) {
                      openers.set(check.id, opener);
                      onOpen(check.id);
                    }
                  }}
                />
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Parts add up: {sumText(causes)}
              </th>
              <td className={styles.number}>
                {formatPart(to.scoreTenths - from.scoreTenths)}
              </td>
              <td className={styles.number}>{formatLevels(levels)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
