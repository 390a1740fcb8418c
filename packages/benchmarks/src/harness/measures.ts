/** What the facts of a component depend on. */
export interface Measures {
  /** Flips every measure of every component. */
  phase: number;
  /** How many weeks have passed; each flips one measure of each component. */
  week: number;
  /** Changes facts that no check reads. */
  note: number;
}

/** Measures that a component has; as many checks can be about them. */
export const MEASURES = 50;

/** How many of the measures the weeks go round. */
export const CHANGING = 20;

export function measureName(index: number): string {
  return `measure${index}`;
}

/** How often the measure was flipped until the week is over. */
function flips(entity: number, measure: number, week: number): number {
  if (measure >= CHANGING) {
    return 0;
  }
  const first =
    ((measure - entity - 1 + CHANGING * (entity + 1)) % CHANGING) + 1;
  return week < first ? 0 : Math.floor((week - first) / CHANGING) + 1;
}

/** A measure is 0 where its check passes and 1 where it fails. */
export function measuresOf(
  entity: number,
  { phase, week, note }: Measures,
): Record<string, number> {
  return {
    note,
    ...Object.fromEntries(
      Array.from({ length: MEASURES }, (_, index) => [
        measureName(index),
        (phase + flips(entity, index, week)) % 2,
      ]),
    ),
  };
}
