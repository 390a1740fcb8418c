import { Table } from '@backstage/ui';
import { EntityScoresPage } from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, PanelEmpty } from '@synchrony/ui';
import { EntityScoresData } from '../../api';
import { SCORECARD_PATH, useEntityPath } from '../../paths';
import { withScorecard } from '../ScorecardChoice';
import { SCORE_COLUMNS, ScoreItem } from './scoreColumns';
import { PAGE_SIZES, PageState } from './usePageState';

function totalText(page: EntityScoresPage): string {
  const total = formatCount(page.totalItems, 'component');
  return page.totalIsLowerBound ? `more than ${total}` : total;
}

/** The components, a page at a time. */
export function ScoresTable(props: {
  scores: EntityScoresData;
  state: PageState;
  onChange: (change: Partial<PageState>) => void;
}) {
  const { scores, state, onChange } = props;
  const pathOf = useEntityPath();
  const page = scores.shown;
  const { nextCursor, prevCursor } = page?.pageInfo ?? {};
  const data = page?.items.map((row): ScoreItem => ({
    ...row,
    id: `${row.entityRef} ${row.scorecardId}`,
    href: withScorecard(pathOf(row.entityRef, SCORECARD_PATH), state.scorecard),
  }));
  return (
    <Table
      columnConfig={SCORE_COLUMNS}
      data={data}
      isPending={!page}
      isStale={scores.isStale}
      emptyState={
        <PanelEmpty title="No component here">
          {state.mine
            ? 'You own no component that fits these filters.'
            : 'No component fits these filters.'}
        </PanelEmpty>
      }
      pagination={{
        type: 'page',
        pageSize: state.limit,
        pageSizeOptions: PAGE_SIZES,
        totalCount: page?.totalItems,
        hasNextPage: nextCursor !== undefined,
        hasPreviousPage: prevCursor !== undefined,
        onNextPage: () => onChange({ cursor: nextCursor }),
        onPreviousPage: () => onChange({ cursor: prevCursor }),
        onPageSizeChange: limit => onChange({ limit }),
        getLabel: () => (page ? totalText(page) : ''),
      }}
    />
  );
}
