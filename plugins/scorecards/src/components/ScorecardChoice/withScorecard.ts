/** The address of a scorecard, that opens the one that is shown here. */
export function withScorecard(
  path: string | undefined,
  scorecard: string | undefined,
): string | undefined {
  return path && scorecard
    ? `${path}?${new URLSearchParams({ scorecard })}`
    : path;
}
