import { useId } from 'react';
import { HatchPattern } from '../hatching';
import { LevelBars } from './LevelBars';
import { RingArc } from './RingArc';
import { LevelName, levelLabel } from './levels';
import { ringSentence } from './ringSentence';
import colors from './levelColors.module.css';
import styles from './LevelRing.module.css';

/** @public */
export interface LevelRingProps {
  level: LevelName;
  targetLevel?: LevelName;
  /** Proven score, 0 to 100. */
  scoreLow?: number;
  /** What the score could be once evidence arrives, 0 to 100. */
  scoreHigh?: number;
  /** Share of the checks by weight that have evidence, 0 to 100. */
  evidencePct?: number;
  /** Width and height in pixels. */
  size?: number;
  /** Draws it paler, for a value that may be out of date. */
  faded?: boolean;
}

const SIZE = 160;
const CENTRE = SIZE / 2;
const OUTER = 71;
const INNER = 58;

/**
 * Level, score range and evidence as a ring: the earned part in the colour of
 * the level, then the unknown part hatched, and an inner arc for the evidence.
 * Unrated is hatched all around and shows neither colour nor number.
 *
 * @public
 */
export function LevelRing(props: LevelRingProps) {
  const { level, targetLevel, scoreLow, scoreHigh, evidencePct } = props;
  const { size = SIZE, faded = false } = props;
  const patternId = useId();
  const unrated = level === 'unrated';
  const low = unrated ? 0 : (scoreLow ?? 0);
  const high = unrated ? 100 : Math.max(low, scoreHigh ?? low);
  return (
    <svg
      role="img"
      aria-label={ringSentence(props)}
      width={size}
      height={size}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      className={[
        styles.ring,
        colors[level],
        ...(faded ? [styles.faded] : []),
      ].join(' ')}
    >
      <defs>
        <HatchPattern id={patternId} />
      </defs>
      <RingArc
        centre={CENTRE}
        radius={OUTER}
        width={14}
        className={styles.track}
      />
      <RingArc
        centre={CENTRE}
        radius={OUTER}
        width={14}
        from={low}
        to={high}
        stroke={`url(#${patternId})`}
      />
      <RingArc
        centre={CENTRE}
        radius={OUTER}
        width={14}
        to={low}
        className={styles.earned}
      />
      <RingArc
        centre={CENTRE}
        radius={INNER}
        width={3}
        className={styles.innerTrack}
      />
      <RingArc
        centre={CENTRE}
        radius={INNER}
        width={3}
        to={evidencePct ?? 0}
        className={styles.evidence}
      />
      {!unrated && <LevelBars level={level} x={CENTRE - 19} y={46} scale={2} />}
      <text
        x={CENTRE}
        y={unrated ? 86 : 92}
        textAnchor="middle"
        fontSize={level === 'none' || level === 'platinum' ? 19 : 22}
        className={styles.word}
        data-earned={unrated || level === 'none' ? undefined : true}
      >
        {levelLabel(level)}
      </text>
      {targetLevel && (
        <text
          x={CENTRE}
          y={unrated ? 104 : 109}
          textAnchor="middle"
          fontSize={12}
          className={styles.target}
        >
          target {levelLabel(targetLevel)}
        </text>
      )}
    </svg>
  );
}
