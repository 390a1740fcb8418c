import { useAppSearchParams } from '@backstage/frontend-plugin-api';

/** Id of the scorecard that the address names, on pages that count by one. */
export function useChosenScorecard(): string | undefined {
  const [search] = useAppSearchParams();
  return search.get('scorecard') || undefined;
}
