import {
  LEVELS,
  STAGE_SHARES,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel, outcomeLabel } from '@synchrony/ui';
import { stageLabel } from '../../model/labels';
import type { ShownRow } from './Heatmap';

function rounded(percent: number): number {
  return Math.round(percent * 10) / 10;
}

/** The rows on screen as a sheet: levels, targets and all shares. */
export function exportRows(
  rows: ShownRow[],
  asOf: string,
): (string | number)[][] {
  const header = [
    'Row',
    'Ref',
    'As of',
    'Components',
    ...LEVELS.map(levelLabel),
    'At target',
    'With target',
    ...STAGES.flatMap(stage => [
      `${stageLabel(stage)} n`,
      ...STAGE_SHARES.map(
        share => `${stageLabel(stage)} ${outcomeLabel(share)} %`,
      ),
    ]),
  ];
  return [
    header,
    ...rows.map(({ row }) => [
      row.title ?? '',
      row.ref ?? '',
      asOf,
      row.total,
      ...LEVELS.map(level => row.levels[level]),
      row.target.met,
      row.target.total,
      ...row.stages.flatMap(shares => [
        shares.entities,
        ...STAGE_SHARES.map(share => rounded(shares[share])),
      ]),
    ]),
  ];
}
