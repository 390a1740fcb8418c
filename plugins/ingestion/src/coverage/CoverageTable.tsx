import {
  COVERAGE_KINDS,
  COVERAGE_STATES,
  CoverageMap,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber } from '@synchrony/ui';
import { CoverageAddress } from './useCoverageAddress';
import {
  countsOf,
  KIND_LABELS,
  platformKey,
  platformName,
  STATE_LABELS,
} from './words';
import panel from '../panel/panel.module.css';
import styles from './coverage.module.css';

type CoverageTableProps = { map: CoverageMap; address: CoverageAddress };

/** The same as numbers; each lists its components. */
export function CoverageTable({ address, map }: CoverageTableProps) {
  return (
    <div className={panel.scroll}>
      <table
        className={`${panel.table} ${panel.breaking}`}
        aria-label="Components by platform, control and state"
      >
        <thead>
          <tr>
            <th scope="col">Platform</th>
            <th scope="col">Evidence</th>
            {COVERAGE_STATES.map(state => (
              <th key={state} scope="col" className={panel.number}>
                {STATE_LABELS[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.platforms.flatMap(platform =>
            COVERAGE_KINDS.map(control => (
              <tr key={`${platformKey(platform)} ${control}`}>
                <th scope="row">{platformName(platform)}</th>
                <td className={panel.nowrap}>{KIND_LABELS[control]}</td>
                {COVERAGE_STATES.map(state => {
                  const count = countsOf(platform, control)[state];
                  return (
                    <td key={state} className={panel.number}>
                      {count === 0 ? (
                        '0'
                      ) : (
                        <button
                          type="button"
                          className={styles.number}
                          aria-label={`${formatNumber(count)} ${STATE_LABELS[state]}: show which, ${platformName(platform)}, ${KIND_LABELS[control]}`}
                          onClick={() =>
                            address.select({
                              platform: platformKey(platform),
                              control,
                              state,
                            })
                          }
                        >
                          {formatNumber(count)}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
