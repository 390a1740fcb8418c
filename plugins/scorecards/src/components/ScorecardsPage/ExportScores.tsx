import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';
import { saveCsv } from '@synchrony/ui';
import { scoreSheet } from '../../model/scoreSheet';

/** Saves the components on screen as a sheet. */
export function ExportScores(props: { rows: EntityScoreRow[] }) {
  const { rows } = props;
  return (
    <Button
      size="small"
      variant="secondary"
      isDisabled={rows.length === 0}
      iconStart={<RiDownloadLine aria-hidden="true" />}
      onPress={() => saveCsv('scorecards.csv', scoreSheet(rows))}
    >
      Export this page as CSV
    </Button>
  );
}
