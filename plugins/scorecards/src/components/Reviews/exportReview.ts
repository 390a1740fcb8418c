import {
  ReviewDecision,
  ScorecardReview,
  summariseReview,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, levelLabel } from '@synchrony/ui';
import { nameOf } from './names';
import { SummaryRow } from './summaryRows';
import { KIND_WORDS, reviewScopeText } from './words';

const HEADER = [
  'Component',
  'Owner',
  'Tier',
  'Level at the start',
  'Level now',
  'Discussed',
  'Decision',
  'Text',
  'Check',
  'Owner of the action',
  'Due',
  'State',
  'Waiver',
];

function nowOf({ item }: SummaryRow): string {
  return item.now ? levelLabel(item.now.level) : 'not covered';
}

/** One row a decision, and one for each component without any. */
export function reviewCells(rows: SummaryRow[]): string[][] {
  const cells = rows.flatMap(row => {
    const { decisions, item } = row;
    const found: (ReviewDecision | undefined)[] =
      decisions.length > 0 ? decisions : [undefined];
    return found.map(decision => [
      item.entityRef,
      item.ownerRef ?? '',
      item.tier ?? '',
      levelLabel(item.then.level),
      nowOf(row),
      item.isDiscussed ? 'yes' : 'no',
      decision ? KIND_WORDS[decision.kind] : '',
      decision?.text ?? '',
      decision?.checkTitle ?? '',
      decision?.ownerRef ?? '',
      decision?.dueDate ?? '',
      decision?.status ?? '',
      decision?.waiverId ?? '',
    ]);
  });
  return [HEADER, ...cells];
}

/** Text as Markdown that means nothing but itself, on one line. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|#~&]/g, character => `\\${character}`);
}

function decisionLine(decision: ReviewDecision): string {
  const { checkTitle, dueDate, kind, ownerRef, status, text, waiverId } =
    decision;
  const details = [
    status,
    ownerRef && plain(ownerRef),
    dueDate && `due ${dueDate}`,
    checkTitle && `check: ${plain(checkTitle)}`,
    waiverId && `waiver ${plain(waiverId)}`,
  ].filter(Boolean);
  const suffix = details.length > 0 ? ` (${details.join(', ')})` : '';
  return `- **${KIND_WORDS[kind]}**: ${plain(text)}${suffix}`;
}

/** What is on screen as Markdown, to put into minutes. */
export function reviewMarkdown(
  review: ScorecardReview,
  rows: SummaryRow[],
): string {
  const summary = summariseReview(
    rows.map(({ item }) => item),
    rows.flatMap(({ decisions }) => decisions),
  );
  const day = (time?: string) => time?.slice(0, 10) ?? '–';
  return [
    `# ${plain(review.title)}`,
    '',
    `- Facilitator: ${plain(review.facilitator)}`,
    `- From ${day(review.startedAt)} to ${day(review.endedAt)}`,
    `- For: ${plain(reviewScopeText(review.scope))}`,
    `- ${formatCount(summary.items, 'service')}: ${summary.discussed} discussed, ${summary.skipped} skipped`,
    `- ${formatCount(summary.decisions.action, 'action')} (${summary.actionsOpen} open, ${summary.actionsDone} done), ${formatCount(summary.decisions.waiver, 'waiver')}, ${formatCount(summary.decisions.note, 'note')}`,
    '',
    '| Service | Tier | Level at the start | Level now | Discussed |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(row => {
      const { isDiscussed, then, tier = '–' } = row.item;
      return `| ${plain(nameOf(row.item))} | ${plain(tier)} | ${levelLabel(then.level)} | ${nowOf(row)} | ${isDiscussed ? 'yes' : 'no'} |`;
    }),
    ...rows.flatMap(({ decisions, item }) =>
      decisions.length > 0
        ? ['', `## ${plain(nameOf(item))}`, '', ...decisions.map(decisionLine)]
        : [],
    ),
    '',
  ].join('\n');
}
