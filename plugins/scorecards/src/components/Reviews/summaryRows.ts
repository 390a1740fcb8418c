import {
  levelMove,
  ReviewDecision,
  ReviewItem,
} from '@synchrony/backstage-plugin-scorecards-common';
import { SummaryFilter } from './useReviewAddress';

/** A component of a review that is over, with what was decided about it. */
export interface SummaryRow {
  item: ReviewItem;
  decisions: ReviewDecision[];
}

type Rule = (row: SummaryRow) => SummaryRow | undefined;

function ofItems(isShown: (item: ReviewItem) => boolean): Rule {
  return row => (isShown(row.item) ? row : undefined);
}

function ofDecisions(isShown: (decision: ReviewDecision) => boolean): Rule {
  return row => {
    const decisions = row.decisions.filter(isShown);
    return decisions.length > 0 ? { ...row, decisions } : undefined;
  };
}

const RULES: Record<SummaryFilter, Rule> = {
  discussed: ofItems(({ isDiscussed }) => isDiscussed),
  skipped: ofItems(({ isDiscussed }) => !isDiscussed),
  risen: ofItems(item => levelMove(item) === 'up'),
  fallen: ofItems(item => levelMove(item) === 'down'),
  action: ofDecisions(({ kind }) => kind === 'action'),
  waiver: ofDecisions(({ kind }) => kind === 'waiver'),
  note: ofDecisions(({ kind }) => kind === 'note'),
  open: ofDecisions(({ status }) => status === 'open'),
  done: ofDecisions(({ status }) => status === 'done'),
};

/** The rows behind a number of the summary; all without a filter. */
export function summaryRows(
  items: ReviewItem[],
  decisions: ReviewDecision[],
  filter?: SummaryFilter,
): SummaryRow[] {
  const rows = items.map(item => ({
    item,
    decisions: decisions.filter(each => each.entityRef === item.entityRef),
  }));
  return filter ? rows.flatMap(row => RULES[filter](row) ?? []) : rows;
}
