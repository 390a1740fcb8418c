import { EntityFilter } from '@backstage/plugin-catalog-react';
import { SECURITY_LEVEL_LABEL } from '@synchrony/backstage-plugin-scorecards-common';

/** Narrows the catalog to entities with one of some levels. */
export class SecurityLevelFilter implements EntityFilter {
  readonly values: string[];

  constructor(values: string[]) {
    this.values = values;
  }

  getCatalogFilters(): Record<string, string[]> {
    return { [`metadata.labels.${SECURITY_LEVEL_LABEL}`]: this.values };
  }

  toQueryValue(): string[] {
    return this.values;
  }
}
