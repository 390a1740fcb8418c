import { Page } from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount } from '@synchrony/ui';

/** The size of a list in words: `1 finding`, `at least 10,000 findings`. */
export function totalText(page: Page<unknown>, noun: string): string {
  const count = formatCount(page.totalItems, noun);
  return page.totalIsLowerBound ? `at least ${count}` : count;
}
