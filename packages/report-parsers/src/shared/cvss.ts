/** Weights of CVSS 3.0 and 3.1 base metrics. */
const WEIGHTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};
const PRIVILEGES: Readonly<Record<string, readonly [number, number]>> = {
  N: [0.85, 0.85],
  L: [0.62, 0.68],
  H: [0.27, 0.5],
};

/** Rounds up to one decimal as CVSS 3.1 appendix A does. */
function roundUp(value: number): number {
  const integer = Math.round(value * 100_000);
  return integer % 10_000 === 0
    ? integer / 100_000
    : (Math.floor(integer / 10_000) + 1) / 10;
}

/** The base score of a CVSS 3.0 or 3.1 vector, with or without its prefix; undefined for what is none. */
export function cvss3BaseScore(vector: string | undefined): number | undefined {
  if (!vector) return undefined;
  const metrics = new Map(
    vector
      .trim()
      .split('/')
      .map(part => part.split(':') as [string, string]),
  );
  const weight = (metric: string) => {
    const value = metrics.get(metric);
    const values = WEIGHTS[metric];
    return value !== undefined && Object.hasOwn(values, value)
      ? values[value]
      : NaN;
  };
  const scope = metrics.get('S');
  const privileges = metrics.get('PR') ?? '';
  if (
    (scope !== 'U' && scope !== 'C') ||
    !Object.hasOwn(PRIVILEGES, privileges)
  ) {
    return undefined;
  }
  const changed = scope === 'C';
  const lost = 1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A'));
  const impact = changed
    ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15
    : 6.42 * lost;
  const exploitability =
    8.22 *
    weight('AV') *
    weight('AC') *
    weight('UI') *
    PRIVILEGES[privileges][changed ? 1 : 0];
  const sum = (changed ? 1.08 : 1) * (impact + exploitability);
  if (Number.isNaN(sum)) return undefined;
  return impact <= 0 ? 0 : roundUp(Math.min(sum, 10));
}
