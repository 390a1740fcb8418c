import { EntityScope } from '@synchrony/backstage-plugin-ingestion-common';

/** What tells a scan from the others: `CodeQL, web, main, prod`. */
export function scopeName(scope: EntityScope): string {
  const { category, environment, ref, tool } = scope;
  return [tool, category, ref, environment].filter(Boolean).join(', ');
}
