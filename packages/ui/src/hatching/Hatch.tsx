import { ReactNode } from 'react';
import styles from './hatch.module.css';

/**
 * Class that hatches the background of an element. Hatching means unknown and
 * nothing else; it always comes with a word or a question mark.
 *
 * @public
 */
export const hatchClassName: string = styles.hatch;

/**
 * The same hatching as a pattern for SVG: put it into `defs` and paint with
 * `url(#id)`.
 *
 * @public
 */
export function HatchPattern(props: { id: string }) {
  return (
    <pattern
      id={props.id}
      width={5}
      height={5}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line
        x1={0}
        y1={0}
        x2={0}
        y2={5}
        strokeWidth={3}
        className={styles.line}
      />
    </pattern>
  );
}

/**
 * A short unknown in words, e.g. `no source reports this`, on hatching.
 *
 * @public
 */
export function HatchedNote(props: { children: ReactNode }) {
  return (
    <span className={`${styles.note} ${styles.hatch}`}>
      <span className={styles.word}>{props.children}</span>
    </span>
  );
}
