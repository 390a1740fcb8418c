import { parseEntityRef } from '@backstage/catalog-model';
import { BriefFigures } from '@synchrony/backstage-plugin-champions-common';
import { nameOfMonth } from './months';

/** What a brief is about. */
export interface BriefScope {
  scopeRef: string;
  title?: string;
}

const NOT_KNOWN = 'not known: its source does not answer, or may not be read';

/**
 * The brief of a month as Markdown, for a champion to edit. A number that is
 * not known is said to be so, and never drawn as 0.
 */
export function draftBrief(
  figures: BriefFigures,
  scope: BriefScope,
  month: string,
  asOf: Date,
): string {
  const { acceptedRisk, components, fixed, overdue } = figures;
  return [
    `# Security brief: ${plain(titleOf(scope))}, ${nameOfMonth(month)}`,
    '',
    `As of ${timeText(asOf)}. ${countText(components, 'component')} in scope.`,
    '',
    '## Findings',
    '',
    `- New in ${nameOfMonth(month)}: ${numberText(figures.new)}`,
    `- Fixed in ${nameOfMonth(month)}: ${numberText(fixed)}`,
    `- Overdue now: ${numberText(overdue)}`,
    `- Accepted risk now: ${numberText(acceptedRisk)}`,
    '',
    '## Next level',
    '',
    nextLevelText(figures),
    '',
    '## What we do next',
    '',
    '- ',
    '',
  ].join('\n');
}

function titleOf({ scopeRef, title }: BriefScope): string {
  return title ?? parseEntityRef(scopeRef).name;
}

function nextLevelText({ nextLevel }: BriefFigures): string {
  if (!nextLevel) {
    return `The nearest next level is ${NOT_KNOWN}, or every component is at its top level.`;
  }
  const { entityRef, level, steps } = nextLevel;
  const name = plain(parseEntityRef(entityRef).name);
  return `${name} is nearest to its next level: ${countText(steps, 'step')} to ${plain(level)}.`;
}

function numberText(value: number | undefined): string {
  return value === undefined ? NOT_KNOWN : String(value);
}

function countText(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

function timeText(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Titles are somebody's text: nothing of them becomes Markdown or a tag. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&')
    .trim();
}
