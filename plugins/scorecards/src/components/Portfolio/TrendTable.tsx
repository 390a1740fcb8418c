import { RollupPoint } from '@synchrony/backstage-plugin-scorecards-common';
import styles from './Portfolio.module.css';

/** The trend as a table, newest day first. */
export function TrendTable(props: { points: RollupPoint[] }) {
  const { points } = props;
  const tiers = [
    ...new Set(points.flatMap(point => point.tiers.map(({ tier }) => tier))),
  ].sort();
  const cell = (point: RollupPoint, tier: string) => {
    const target = point.tiers.find(each => each.tier === tier)?.target;
    return target && target.total > 0
      ? `${target.met} of ${target.total}`
      : '–';
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>Components at target by day</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Scorecard</th>
            <th scope="col" className={styles.number}>
              Components
            </th>
            {tiers.map(tier => (
              <th key={tier} scope="col" className={styles.number}>
                {tier}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map(point => (
            <tr key={point.day}>
              <th scope="row">{point.day}</th>
              <td>
                v{point.scorecardVersion}
                {point.scopeChanged && ', other scope'}
              </td>
              <td className={styles.number}>{point.total}</td>
              {tiers.map(tier => (
                <td key={tier} className={styles.number}>
                  {cell(point, tier)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
