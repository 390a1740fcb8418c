import {
  ScoreCause,
  ScoreCauseSide,
} from '@synchrony/backstage-plugin-scorecards-common';
import { outcomeLabel } from '@synchrony/ui';
import { unknownLabel } from './labels';

/** A part of a score with its sign: `+8.0`, `−31.5`, `0.0`. */
export function formatPart(tenths: number): string {
  const points = (Math.abs(tenths) / 10).toFixed(1);
  if (tenths === 0) {
    return points;
  }
  return `${tenths > 0 ? '+' : '−'}${points}`;
}

/** A part in levels: `+1 level`, `−2 levels`; a dash for none. */
export function formatLevels(levels: number): string {
  if (levels === 0) {
    return '–';
  }
  const count = Math.abs(levels);
  return `${levels > 0 ? '+' : '−'}${count} ${count === 1 ? 'level' : 'levels'}`;
}

function sideText({ outcome, needsAttention, unknownReason }: ScoreCauseSide) {
  const word = outcomeLabel(needsAttention ? 'needs_attention' : outcome);
  return unknownReason ? `${word} (${unknownLabel(unknownReason)})` : word;
}

function outcomesText({ before, after }: ScoreCause): string {
  const texts = [before, after].map(side => side && sideText(side));
  return texts[0] === texts[1]
    ? `still ${texts[0]}`
    : texts.filter(Boolean).join(' → ');
}

/** What happened, in a few words. */
export function causeText(cause: ScoreCause): string {
  const { kind, was, is } = cause;
  switch (kind) {
    case 'covered':
      return `The scorecard (v${is}) began to cover this component`;
    case 'uncovered':
      return 'The scorecard no longer covers this component';
    case 'definition_activated':
      return `Version ${is} of the scorecard came into use, after version ${was}`;
    case 'tier':
      return `Criticality changed: ${was ?? 'none'} → ${is ?? 'none'}`;
    case 'grace':
      return cause.levels > 0
        ? 'The lost level is held for its days of grace'
        : 'The days of grace of a lost level are over';
    case 'withheld':
      return 'Something that you can’t see';
    case 'check_added':
      return `New check: ${outcomesText(cause)}`;
    case 'check_removed':
      return `Check left the scorecard: it was ${outcomesText(cause)}`;
    case 'check_changed':
      return `Check was changed (v${cause.before?.checkVersion} → v${cause.after?.checkVersion}): ${outcomesText(cause)}`;
    case 'applicability':
      return `Whether it applies changed: ${outcomesText(cause)}`;
    case 'waiver_began':
      return `Waived: ${outcomesText(cause)}`;
    case 'waiver_ended':
      return `No longer waived: ${outcomesText(cause)}`;
    case 'evidence_expired':
      return `Evidence is too old: ${outcomesText(cause)}`;
    default:
      return outcomesText(cause);
  }
}

/** The parts as a sum that can be checked: `+8.0 −31.5 = −23.5`. */
export function sumText(causes: ScoreCause[]): string {
  const parts = causes
    .map(({ scoreTenths }) => scoreTenths)
    .filter(part => part !== 0);
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.length === 0
    ? '0.0'
    : `${parts.map(formatPart).join(' ')} = ${formatPart(sum)}`;
}
