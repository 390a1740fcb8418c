import {
  EntityScope,
  EntityScopesApi,
  EntityScopesPage,
  EntityScopesQuery,
  RetireScopeRequest,
} from '@synchrony/backstage-plugin-ingestion-common';
import { daysFromNow, pageOf } from './fixtures';

export function entityScope(change: Partial<EntityScope> = {}): EntityScope {
  return {
    id: '7',
    tool: 'CodeQL',
    category: 'legacy',
    ref: 'main',
    counts: true,
    lastScanAt: daysFromNow(-200),
    lastCompleteAt: daysFromNow(-200),
    lastReportId: 'r1',
    findings: 12,
    ...change,
  };
}

/** Answers what a test sets, and keeps what was asked. */
export class FakeEntityScopesApi implements EntityScopesApi {
  page: EntityScopesPage = { ...pageOf<EntityScope>([]), mayRetire: true };
  readonly asked: EntityScopesQuery[] = [];
  readonly retired: ({ id: string } & RetireScopeRequest)[] = [];

  async getScopes(_entityRef: string, query: EntityScopesQuery = {}) {
    this.asked.push(query);
    return this.page;
  }

  async retireScope(
    _entityRef: string,
    id: string,
    request: RetireScopeRequest,
  ) {
    this.retired.push({ id, ...request });
    return { resolved: 3, scope: entityScope({ id, findings: 0 }) };
  }
}
