import { compareVersions } from './compareVersions';
import { LONGEST_VERSION } from './types';

const OPERATORS = ['<', '<=', '>', '>=', '='] as const;

type Operator = (typeof OPERATORS)[number];

interface Bound {
  operator: Operator;
  version: string;
}

/** Any of the lists, of which every bound must hold. */
export type VersionRange = Bound[][];

/** Whether a version is in a range; `unknown` is neither. */
export type RangeAnswer = 'in' | 'out' | 'unknown';

const BOUND = /\s*(<=|>=|==|=|<|>)?\s*([A-Za-z0-9][^\s,<>=|()[\]^]*)\s*,?/y;

const MOST_BOUNDS = 20;

/**
 * A range as people write it: `<2.17.0`, `>=2.0 <2.17`, `1.2.3`,
 * `<1.0 || >=2.0 <2.4`. A string says what is wrong with it.
 */
export function parseVersionRange(text: string): VersionRange | string {
  if (text.length > LONGEST_VERSION) {
    return `must have at most ${LONGEST_VERSION} characters`;
  }
  const range: VersionRange = [];
  for (const part of text.split('||')) {
    const bounds = parseBounds(part.trim());
    if (bounds === undefined) {
      return `"${part.trim()}" is no range such as "<2.17.0", ">=2.0 <2.17" or "=1.2.3"`;
    }
    range.push(bounds);
  }
  return range.flat().length > MOST_BOUNDS
    ? `must have at most ${MOST_BOUNDS} bounds`
    : range;
}

function parseBounds(text: string): Bound[] | undefined {
  const bounds: Bound[] = [];
  for (let at = 0; at < text.length; at = BOUND.lastIndex) {
    BOUND.lastIndex = at;
    const match = BOUND.exec(text);
    if (!match) {
      return undefined;
    }
    const [, operator = '=', version] = match;
    bounds.push({
      operator: operator === '==' ? '=' : (operator as Operator),
      version,
    });
  }
  return bounds.length > 0 ? bounds : undefined;
}

function holds({ operator, version }: Bound, type: string, own: string) {
  const order = compareVersions(type, own, version);
  if (order === undefined) {
    return 'unknown';
  }
  const isIn = {
    '<': order < 0,
    '<=': order <= 0,
    '>': order > 0,
    '>=': order >= 0,
    '=': order === 0,
  }[operator];
  return isIn ? 'in' : 'out';
}

/** Whether a version of a package is in a range. None at all is unknown. */
export function isInRange(
  range: VersionRange,
  type: string,
  version: string,
): RangeAnswer {
  if (version === '') {
    return 'unknown';
  }
  const answers = range.map(bounds => {
    const each = bounds.map(bound => holds(bound, type, version));
    if (each.includes('out')) {
      return 'out';
    }
    return each.includes('unknown') ? 'unknown' : 'in';
  });
  if (answers.includes('in')) {
    return 'in';
  }
  return answers.includes('unknown') ? 'unknown' : 'out';
}
