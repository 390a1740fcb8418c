import {
  COVERAGE_KINDS,
  CoverageMap,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber, hatchClassName, useGridKeys } from '@synchrony/ui';
import { CoverageCell } from './CoverageCell';
import { CoverageAddress } from './useCoverageAddress';
import {
  countsOf,
  KIND_LABELS,
  platformKey,
  platformName,
  SHORT_KIND_LABELS,
} from './words';
import panel from '../panel/panel.module.css';
import styles from './coverage.module.css';

type CoverageGridProps = { map: CoverageMap; address: CoverageAddress };

/** Platform by control as a picture; a cell lists its components. */
export function CoverageGrid({ address, map }: CoverageGridProps) {
  const { select, selected } = address;
  const { current, onKeyDown, setCurrent } = useGridKeys();
  return (
    <>
      <div className={panel.scroll}>
        <table
          role="grid"
          aria-label="Covered components by platform and control, arrow keys move"
          className={styles.grid}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                Platform
              </th>
              {COVERAGE_KINDS.map(control => (
                <th key={control} scope="col" title={KIND_LABELS[control]}>
                  {SHORT_KIND_LABELS[control]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.platforms.map((platform, row) => {
              const key = platformKey(platform);
              return (
                <tr key={key}>
                  <th scope="row" className={styles.name}>
                    {platformName(platform)}{' '}
                    <span className={styles.count}>
                      {formatNumber(platform.entities)}
                    </span>
                  </th>
                  {COVERAGE_KINDS.map((control, column) => (
                    <td key={control}>
                      <CoverageCell
                        platform={platformName(platform)}
                        control={control}
                        counts={countsOf(platform, control)}
                        place={`${row},${column}`}
                        isCurrent={current === `${row},${column}`}
                        isOpen={
                          selected?.platform === key &&
                          selected.control === control
                        }
                        onFocus={() => setCurrent(`${row},${column}`)}
                        onOpen={() => select({ platform: key, control })}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ul className={styles.legend} aria-label="Legend">
        <li>
          <span className={`${styles.sample} ${styles.active}`} /> active
        </li>
        <li>
          <span
            className={`${styles.sample} ${styles.stale} ${hatchClassName}`}
          />{' '}
          stale: unknown, was active
        </li>
        <li>
          <span
            className={`${styles.sample} ${styles.failing} ${hatchClassName}`}
          />{' '}
          failing: unknown, the scans break
        </li>
        <li>
          <span className={`${styles.sample} ${hatchClassName}`} /> no report:
          unknown
        </li>
        <li>number = active of those in which the control could run</li>
        <li>SBOM = a list of components, which is no scan</li>
      </ul>
    </>
  );
}
