import { formatPercent, formatScore } from '../numbers';
import { LevelName, levelLabel } from './levels';

/** What a ring says to a screen reader, in full sentences. */
export function ringSentence(options: {
  level: LevelName;
  targetLevel?: LevelName;
  scoreLow?: number;
  scoreHigh?: number;
  evidencePct?: number;
}): string {
  const { level, targetLevel, scoreLow, scoreHigh, evidencePct } = options;
  const sentences = [
    level === 'unrated'
      ? 'Unrated: too little evidence to tell.'
      : `Level: ${levelLabel(level)}.`,
  ];
  if (targetLevel) {
    sentences.push(`Target: ${levelLabel(targetLevel)}.`);
  }
  if (level !== 'unrated' && scoreLow !== undefined) {
    sentences.push(
      scoreHigh !== undefined &&
        formatScore(scoreHigh) !== formatScore(scoreLow)
        ? `Score ${formatScore(scoreLow)} of 100 is proven, up to ${formatScore(
            scoreHigh,
          )} once evidence arrives.`
        : `Score ${formatScore(scoreLow)} of 100.`,
    );
  }
  if (evidencePct !== undefined) {
    sentences.push(
      `There is evidence for ${formatPercent(
        evidencePct,
      )} of the checks by weight.`,
    );
  }
  return sentences.join(' ');
}
