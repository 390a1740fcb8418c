import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel } from '@synchrony/ui';

const HEADER = [
  'Component',
  'Owner',
  'System',
  'Tier',
  'Level',
  'Target',
  'Waivers',
  'Score',
  'Score at most',
  'Evidence %',
  'Blocking check',
  'Computed at',
];

function toCells(row: EntityScoreRow): (string | number)[] {
  return [
    row.entityRef,
    row.ownerRef ?? '',
    row.systemRef ?? '',
    row.tier ?? '',
    levelLabel(row.level),
    row.targetLevel ? levelLabel(row.targetLevel) : '',
    row.waivers,
    row.scoreLow ?? '',
    row.scoreHigh ?? '',
    row.evidencePct ?? '',
    row.blocking?.checkId ?? '',
    row.computedAt,
  ];
}

/** Where components stand, as a sheet. */
export function scoreSheet(
  rows: readonly EntityScoreRow[],
): (string | number)[][] {
  return [HEADER, ...rows.map(toCells)];
}
