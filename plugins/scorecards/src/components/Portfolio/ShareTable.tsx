import {
  STAGE_SHARES,
  StageShares,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatPercent, outcomeLabel, TextLink } from '@synchrony/ui';
import { stageLabel } from '../../model/labels';
import { RowsFilter } from '../../model/rowsHref';
import type { ShownRow } from './Heatmap';
import styles from './Portfolio.module.css';
import { RowName } from './RowName';
import { useRowsHref } from './useRowsHref';

function Shares(props: { shares: StageShares; filter?: RowsFilter }) {
  const { shares, filter } = props;
  const rowsHref = useRowsHref();
  return (
    <>
      <td>{stageLabel(shares.stage)}</td>
      <td className={styles.number}>{shares.entities}</td>
      {STAGE_SHARES.map(outcome => {
        const percent =
          shares.entities === 0 ? '–' : formatPercent(shares[outcome]);
        return (
          <td key={outcome} className={styles.number}>
            {filter && shares[outcome] > 0 ? (
              <TextLink
                href={rowsHref({
                  ...filter,
                  stage: shares.stage,
                  outcome,
                })}
              >
                {percent}
              </TextLink>
            ) : (
              percent
            )}
          </td>
        );
      })}
    </>
  );
}

/** The heatmap as a table, with every share; unknown stands apart. */
export function ShareTable(props: { rows: ShownRow[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>
          Shares of the weight of checks by stage
        </caption>
        <thead>
          <tr>
            <th scope="col">Components</th>
            <th scope="col">Stage</th>
            <th scope="col" className={styles.number}>
              n
            </th>
            {STAGE_SHARES.map(share => (
              <th key={share} scope="col" className={styles.number}>
                {outcomeLabel(share)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.flatMap(({ row, filter, isChild }) =>
            row.stages.map((shares, index) => (
              <tr key={`${isChild} ${row.ref ?? ''} ${shares.stage}`}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={row.stages.length}>
                    <RowName row={row} filter={filter} />
                  </th>
                )}
                <Shares shares={shares} filter={filter} />
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
