/** The four questions of the matrix. */
export interface RiskFacts {
  /** Whether the service can be reached from outside the organisation. */
  exposed: boolean;
  kev: boolean;
  automatable: boolean;
  totalImpact: boolean;
}

/** Days of a row; `null` is "with the next upgrade", without a due date. */
export interface RiskRow extends RiskFacts {
  days: number | null;
}

/** Days by {@link riskIndex}. */
export type RiskMatrix = readonly (number | null)[];

/** 0 to 15: one bit a question. */
export function riskIndex(facts: RiskFacts): number {
  return (
    (facts.exposed ? 8 : 0) +
    (facts.kev ? 4 : 0) +
    (facts.automatable ? 2 : 0) +
    (facts.totalImpact ? 1 : 0)
  );
}

/**
 * In the style of CISA's BOD 26-04 (June 2026), whose table could not be read:
 * the cells are this project's choice, and no worse answer has more days.
 */
export const DEFAULT_RISK_MATRIX: RiskMatrix = [
  // Not exposed, not exploited: neither, total, automatable, both.
  null,
  null,
  null,
  60,
  // Not exposed, exploited.
  14,
  14,
  14,
  14,
  // Exposed, not exploited.
  60,
  60,
  60,
  14,
  // Exposed, exploited.
  14,
  3,
  3,
  3,
];

/** Rows that configuration gives, over the ones that it leaves as they are. */
export function withRows(base: RiskMatrix, rows: RiskRow[]): RiskMatrix {
  const matrix = [...base];
  for (const row of rows) {
    matrix[riskIndex(row)] = row.days;
  }
  return matrix;
}

/** A pair of rows in which the worse answers have more days. */
export function findInversion(
  matrix: RiskMatrix,
): { milder: number; worse: number } | undefined {
  for (let milder = 0; milder < matrix.length; milder += 1) {
    for (const bit of [1, 2, 4, 8]) {
      const worse = milder + bit;
      if (milder % (2 * bit) < bit) {
        if ((matrix[worse] ?? Infinity) > (matrix[milder] ?? Infinity)) {
          return { milder, worse };
        }
      }
    }
  }
  return undefined;
}
