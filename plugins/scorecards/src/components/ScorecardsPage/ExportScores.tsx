import { EntityScoresPage } from '@synchrony/backstage-plugin-scorecards-common';
import { ExportButtons, formatCount } from '@synchrony/ui';
import { RefObject } from 'react';
import { scoreSheet } from '../../model/scoreSheet';

/** Saves the components on screen, as a sheet and as a picture. */
export function ExportScores(props: {
  page: EntityScoresPage;
  element: RefObject<HTMLElement | null>;
}) {
  const { element, page } = props;
  const [first] = page.items;
  if (!first) {
    return null;
  }
  const total = formatCount(page.totalItems, 'component');
  return (
    <ExportButtons
      name="scorecards"
      rows={() => scoreSheet(page.items)}
      picture={{
        title: 'Components with their levels',
        notes: [
          `${page.items.length} of ${page.totalIsLowerBound ? 'more than ' : ''}${total} · scorecard ${first.scorecardId}`,
          'Unrated is not known, never good.',
        ],
        element,
      }}
    />
  );
}
