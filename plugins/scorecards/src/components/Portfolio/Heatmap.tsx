import {
  PortfolioRow,
  Stage,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import {
  formatCount,
  hatchClassName,
  TeamsOnChecks,
  useGridKeys,
  useTeamsOnChecks,
} from '@synchrony/ui';
import { useStageChecks } from '../../api';
import { stageLabel } from '../../model/labels';
import { isPlatform, RowsFilter } from '../../model/rowsHref';
import { HeatCell } from './HeatCell';
import styles from './Portfolio.module.css';
import { RowName } from './RowName';
import { useRowsHref } from './useRowsHref';

/** A row as it is drawn. */
export interface ShownRow {
  row: PortfolioRow;
  /** What narrows the list to it; without one it leads nowhere. */
  filter?: RowsFilter;
  isChild: boolean;
  /** Absent for rows that hold no others. */
  isOpen?: boolean;
}

interface HeatmapProps {
  rows: ShownRow[];
  scorecardId: string;
  /** Opens and closes a row that holds others. */
  onToggle?: (ref: string) => void;
}

/** The cells of a platform name its teams on the checks of their stage. */
function WithTeams(props: HeatmapProps) {
  return <Grid {...props} checksOf={useStageChecks(props.scorecardId)} />;
}

/** What is proven, by row and stage. */
export function Heatmap(props: HeatmapProps) {
  return useTeamsOnChecks() ? <WithTeams {...props} /> : <Grid {...props} />;
}

function Grid(
  props: HeatmapProps & { checksOf?: (stage?: Stage) => string[] },
) {
  const { rows, checksOf, onToggle } = props;
  const rowsHref = useRowsHref();
  const { current, setCurrent, onKeyDown } = useGridKeys();
  return (
    <div className={styles.scroll}>
      <table
        role="grid"
        aria-label="Checks passed by stage, arrow keys move"
        className={styles.heatmap}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.rowName}>
              Components
            </th>
            {STAGES.map(stage => (
              <th key={stage} scope="col">
                {stageLabel(stage)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, filter, isChild, isOpen }, index) => (
            <tr key={`${isChild} ${row.ref ?? ''}`}>
              <th
                scope="row"
                className={isChild ? styles.childName : styles.rowName}
              >
                {isOpen !== undefined && row.ref !== undefined && (
                  <button
                    type="button"
                    className={styles.expand}
                    aria-expanded={isOpen}
                    aria-label={`Teams of ${row.title}`}
                    onClick={() => onToggle?.(row.ref ?? '')}
                  >
                    {isOpen ? (
                      <RiArrowDownSLine size={16} aria-hidden="true" />
                    ) : (
                      <RiArrowRightSLine size={16} aria-hidden="true" />
                    )}
                  </button>
                )}
                <RowName row={row} filter={filter} />
              </th>
              {row.stages.map((shares, column) => (
                <td key={shares.stage}>
                  <HeatCell
                    title={row.title ?? 'Others'}
                    shares={shares}
                    href={
                      filter && rowsHref({ ...filter, stage: shares.stage })
                    }
                    teams={
                      checksOf && isPlatform(row)
                        ? {
                            checkIds: checksOf(shares.stage),
                            platformRef: row.platformRef,
                          }
                        : undefined
                    }
                    place={`${index},${column}`}
                    isCurrent={current === `${index},${column}`}
                    onFocus={() => setCurrent(`${index},${column}`)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.legend}>
        {formatCount(rows.length, 'row')} · percent of the weight of checks that
        passed · <span className={`${styles.hatchSample} ${hatchClassName}`} />{' '}
        hatched: without evidence, drawn from 10 %; from 50 % the whole cell, as
        a range · a sensitive check that does not pass counts as failed
        {checksOf && (
          <>
            {' '}
            <TeamsOnChecks look="key" checkIds={checksOf()} />
          </>
        )}
      </p>
    </div>
  );
}
