import { CharterMeasure } from '@synchrony/backstage-plugin-virtual-teams-common';
import { changeWords } from './changeWords';
import styles from '../team.module.css';

const LEFT = 12;
const RIGHT = 248;

/** A measure from where it began (hollow) to now (filled), with a tick at the aim. */
export function MeasureScale(props: { measure: CharterMeasure }) {
  const { measure } = props;
  const { aim, current, start, title } = measure;
  const values = [start, aim, ...(current === undefined ? [] : [current])];
  const least = Math.min(...values);
  const span = Math.max(...values) - least || 1;
  const x = (value: number) => LEFT + ((value - least) / span) * (RIGHT - LEFT);
  return (
    <div>
      <strong>{title}</strong>
      <svg className={styles.scale} viewBox="0 0 260 40" aria-hidden="true">
        <line x1={LEFT} x2={RIGHT} y1={12} y2={12} className={styles.track} />
        {current !== undefined && (
          <line
            x1={x(start)}
            x2={x(current)}
            y1={12}
            y2={12}
            className={styles.way}
          />
        )}
        <rect x={x(aim) - 1} y={4} width={2} height={16} fill="currentColor" />
        <circle cx={x(start)} cy={12} r={5} className={styles.hollow} />
        {current !== undefined && (
          <circle cx={x(current)} cy={12} r={5} fill="currentColor" />
        )}
        {values.map((value, index) => (
          <text key={index} x={x(value)} y={34} textAnchor="middle">
            {value}
          </text>
        ))}
      </svg>
      <span className={styles.quiet}>{changeWords(measure)}</span>
    </div>
  );
}
