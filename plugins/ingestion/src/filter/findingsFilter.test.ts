import {
  DEFAULT_FILTER,
  FindingsFilter,
  isFiltered,
  readFilter,
  toQuery,
  writeFilter,
} from './findingsFilter';

describe('filter in the address', () => {
  it('comes back as it was written', () => {
    const filter: FindingsFilter = {
      severity: ['critical', 'high'],
      type: ['sca'],
      status: 'all',
      tool: 'Trivy',
      environment: 'prod',
      owner: 'group:default/payments',
      scope: 'domain:default/payments',
      firstSeenFrom: '2026-11-01',
      firstSeenTo: '2026-11-30',
      resolvedFrom: '2026-11-01T00:00:00Z',
      resolvedTo: '2026-11-30T12:00:00.000+01:00',
      adjusted: true,
      overdue: true,
      kev: true,
      epssAtLeast: 0.5,
      q: 'CVE-2026-12345',
      orderBy: 'dueAt',
      due: 'within7Days',
      groupBy: 'none',
      ref: 'main',
      cursor: 'abc',
    };
    expect(readFilter(writeFilter(filter))).toEqual(filter);
  });

  it('is empty for the default, and ignores what it does not know', () => {
    expect(writeFilter(DEFAULT_FILTER).toString()).toBe('');
    expect(
      readFilter(
        new URLSearchParams(
          'firstSeenFrom=2026-02-31x&resolvedTo=soon&adjusted=1&epssAtLeast=2&severity=awful&status=gone&orderBy=x&type=sca,dast',
        ),
      ),
    ).toEqual({ ...DEFAULT_FILTER, type: ['sca', 'dast'] });
  });

  it('tells a narrowed list from a sorted one', () => {
    expect(isFiltered(DEFAULT_FILTER)).toBe(false);
    expect(isFiltered({ ...DEFAULT_FILTER, orderBy: 'dueAt' })).toBe(false);
    expect(isFiltered({ ...DEFAULT_FILTER, overdue: true })).toBe(true);
  });

  it('asks where findings are seen only of one entity', () => {
    const filter = { ...DEFAULT_FILTER, environment: 'prod' };
    expect(toQuery(filter, 'component:default/a').environment).toBe('prod');
    expect(toQuery(filter, undefined).environment).toBeUndefined();
  });

  it('asks whose findings they are only over many entities', () => {
    const filter = { ...DEFAULT_FILTER, owner: 'group:default/payments' };
    expect(toQuery(filter, undefined).ownedBy).toBe('group:default/payments');
    expect(toQuery(filter, 'component:default/a').ownedBy).toBeUndefined();
    const scoped = { ...DEFAULT_FILTER, scope: 'system:default/clearing' };
    expect(toQuery(scoped, undefined).scopeRef).toBe('system:default/clearing');
    expect(toQuery(scoped, 'component:default/a').scopeRef).toBeUndefined();
    expect(isFiltered(filter)).toBe(true);
  });

  it('asks for nothing that is not filtered by', () => {
    expect(toQuery(DEFAULT_FILTER, 'component:default/a')).toEqual({
      entityRef: 'component:default/a',
      status: 'open',
      orderBy: 'suggested',
      limit: 50,
    });
  });
});
