import {
  Campaign,
  CampaignPoint,
} from '@synchrony/backstage-plugin-scorecards-common';
import { ReadableChart } from '@synchrony/ui';
import { burnUpOf } from '../../model/burnUp';
import { dayText } from '../../model/trend';
import styles from './Campaigns.module.css';

const WIDTH = 560;
const HEIGHT = 220;
const LEFT = 36;
const RIGHT = 20;
const TOP = 14;
const BOTTOM = 26;
const DIAMOND = 5;

/** Passed against all that count, with what the milestones expect. */
export function BurnUpChart(props: {
  campaign: Campaign;
  points: CampaignPoint[];
}) {
  const { campaign, points } = props;
  const { first, last, max, milestones, runs } = burnUpOf(campaign, points);
  const x = (day: number) =>
    LEFT + ((WIDTH - LEFT - RIGHT) * (day - first)) / Math.max(1, last - first);
  const y = (count: number) =>
    TOP + (HEIGHT - TOP - BOTTOM) * (1 - count / Math.max(1, max));
  const newest = points[points.length - 1];
  const lineOf = (run: (typeof runs)[number], key: 'counted' | 'passed') =>
    run.map(point => `${x(point.day)},${y(point[key])}`).join(' ');
  return (
    <ReadableChart
      label={`Burn-up from ${campaign.startDate} to ${campaign.targetDate}; on ${newest.day}, ${newest.standings.passed} of ${newest.counted} passed`}
      width={WIDTH}
      height={HEIGHT}
      top={TOP}
      bottom={HEIGHT - BOTTOM}
      points={runs.flat().map(({ counted, day, passed }) => ({
        x: x(day),
        text: `${dayText(day)}: ${passed} of ${counted} passed`,
        marks: [y(passed), y(counted)],
      }))}
      className={styles.chart}
    >
      {[0, max].map(count => (
        <g key={count}>
          <line
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={y(count)}
            y2={y(count)}
            className={styles.gridLine}
          />
          <text x={LEFT - 6} y={y(count) + 4} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {runs.map(run => (
        <g key={run[0].day}>
          <polyline points={lineOf(run, 'counted')} className={styles.scope} />
          <polyline points={lineOf(run, 'passed')} className={styles.passed} />
          {run.map(point => (
            <circle
              key={point.day}
              cx={x(point.day)}
              cy={y(point.passed)}
              r={2.5}
              className={styles.passed}
            />
          ))}
        </g>
      ))}
      {milestones.map(({ day, expected, sharePct }) => (
        <g key={day}>
          <path
            d={`M${x(day)},${y(expected) - DIAMOND} l${DIAMOND},${DIAMOND} l-${DIAMOND},${DIAMOND} l-${DIAMOND},-${DIAMOND} z`}
            className={styles.milestone}
          />
          <text x={x(day)} y={y(expected) - 9} textAnchor="middle">
            {sharePct} %
          </text>
        </g>
      ))}
      <text x={LEFT} y={HEIGHT - 6}>
        {campaign.startDate}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
        {campaign.targetDate}
      </text>
    </ReadableChart>
  );
}
