import { StageShares } from '@synchrony/backstage-plugin-scorecards-common';

/** From here on the hatched part of a cell is drawn. */
const DRAWN_UNKNOWN = 10;
/** From here on the whole cell is hatched and shows a range. */
const MOSTLY_UNKNOWN = 50;
const STEPS = [30, 45, 60, 70, 80];

/** How a cell of the heatmap is drawn. */
export interface Heat {
  /** 0 to 5; undefined where too much is unknown, or nothing applies. */
  step?: number;
  /** How much of the cell is hatched, in percent. */
  hatched: number;
  text: string;
}

/** What is proven, and never more: unknown is drawn apart from it. */
export function heatOf({ entities, pass, unknown }: StageShares): Heat {
  if (entities === 0) {
    return { hatched: 0, text: '–' };
  }
  const low = Math.floor(pass);
  if (unknown >= MOSTLY_UNKNOWN) {
    return { hatched: 100, text: `${low}–${Math.floor(pass + unknown)}` };
  }
  return {
    step: STEPS.filter(step => pass >= step).length,
    hatched: unknown >= DRAWN_UNKNOWN ? unknown : 0,
    text: String(low),
  };
}
