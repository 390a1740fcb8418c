import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel, saveCsv } from '@synchrony/ui';

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
    row.computedAt,
  ];
}

/** Saves the components on screen as a sheet. */
export function ExportScores(props: { rows: EntityScoreRow[] }) {
  const { rows } = props;
  return (
    <Button
      size="small"
      variant="secondary"
      isDisabled={rows.length === 0}
      iconStart={<RiDownloadLine aria-hidden="true" />}
      onPress={() => saveCsv('scorecards.csv', [HEADER, ...rows.map(toCells)])}
    >
      Export this page as CSV
    </Button>
  );
}
