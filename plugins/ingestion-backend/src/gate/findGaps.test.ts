import { DEFAULT_CADENCE } from '../coverage/cadence';
import { DAY_MS } from '../sla';
import type { StoredScope } from '../store/ScopeStore';
import { findGaps } from './findGaps';
import { GateQuestion, selectScopes } from './selectScopes';

const NOW = Date.parse('2026-11-24T00:00:00Z');

let ids = 0;

function scope(parts: Partial<StoredScope> = {}): StoredScope {
  ids += 1;
  return {
    id: ids,
    tool: 'CodeQL',
    category: '',
    ref: 'main',
    environment: '',
    counted: true,
    lastScanAt: NOW - DAY_MS,
    lastCompleteAt: NOW - DAY_MS,
    lastReportId: 'r',
    findingCount: 0,
    controlTypes: ['sast'],
    ...parts,
  };
}

function gapsOf(scopes: StoredScope[], asked: Partial<GateQuestion> = {}) {
  const question = { base: 'main', defaultRef: 'main', ...asked };
  return findGaps({
    entityRef: 'component:default/a',
    question,
    scopes,
    selected: selectScopes(scopes, question),
    cadence: DEFAULT_CADENCE,
    now: NOW,
  }).map(({ message, type }) => [type, message]);
}

describe('findGaps', () => {
  const main = scope();

  it('finds none where all was scanned', () => {
    expect(gapsOf([main])).toEqual([]);
    expect(gapsOf([main, scope({ ref: 'fix' })], { ref: 'fix' })).toEqual([]);
  });

  it('says what to do when nothing was ever sent', () => {
    expect(gapsOf([])).toEqual([
      [undefined, expect.stringContaining('synchrony upload FILE --entity')],
    ]);
  });

  it('names what a ref without scans lacks', () => {
    expect(gapsOf([main], { ref: 'fix' })).toEqual([
      [undefined, expect.stringMatching(/^No scan of fix .*: sast missing/)],
    ]);
  });

  it('names the control that only the base has', () => {
    const sca = scope({ tool: 'Trivy', controlTypes: ['sca'] });
    const fix = scope({ ref: 'fix' });
    expect(gapsOf([main, sca, fix], { ref: 'fix' })).toEqual([
      ['sca', 'fix has no sca scan'],
    ]);
  });

  it('takes scans without a ref for every ref, until they are old', () => {
    const fix = scope({ ref: 'fix' });
    const dast = (age: number) =>
      scope({
        tool: 'ZAP',
        ref: '',
        controlTypes: ['dast'],
        lastCompleteAt: NOW - age * DAY_MS,
      });
    expect(gapsOf([main, fix, dast(29)], { ref: 'fix' })).toEqual([]);
    expect(gapsOf([main, fix, dast(30)], { ref: 'fix' })).toEqual([
      ['dast', expect.stringContaining('2026-10-25, older than 30 days')],
    ]);
  });

  it('wants the scans of the commit', () => {
    const fix = scope({ ref: 'fix', commit: 'abcdef1234' });
    expect(gapsOf([main, fix], { ref: 'fix', commit: 'abcdef1' })).toEqual([]);
    expect(gapsOf([main, fix], { commit: 'ABCDEF1234' })).toEqual([]);
    expect(gapsOf([main, fix], { ref: 'fix', commit: 'ffff' })).toEqual([
      ['sast', expect.stringContaining('of commit abcdef1234, not of ffff')],
    ]);
    const partial = scope({ ref: 'fix', commit: 'ffff', lastScanAt: NOW });
    expect(gapsOf([main, partial], { ref: 'fix', commit: 'ffff' })).toEqual([
      ['sast', expect.stringContaining('only a partial sast scan')],
    ]);
  });

  it('says that without a base all is new', () => {
    expect(gapsOf([scope({ ref: 'fix' })], { ref: 'fix' })).toEqual([
      ['sast', expect.stringContaining('main has no complete sast scan')],
    ]);
    expect(gapsOf([scope({ lastCompleteAt: undefined })])).toEqual([
      ['sast', 'main has only a partial sast scan; a complete one is needed'],
    ]);
  });
});

describe('selectScopes', () => {
  it('takes as fixed only what a complete scan of the same kind lacks', () => {
    const scopes = [
      scope({ category: 'api' }),
      scope({ category: 'web' }),
      scope({ category: 'api', ref: 'fix' }),
      scope({ category: 'web', ref: 'fix', lastScanAt: NOW }),
    ];
    const selected = selectScopes(scopes, {
      ref: 'fix',
      base: 'main',
      defaultRef: 'main',
    });
    expect(selected.head).toEqual(scopes.slice(2));
    expect(selected.base).toEqual(scopes.slice(0, 2));
    expect(selected.fixedFrom).toEqual([scopes[0]]);
    expect(selected.same).toBe(false);
  });
});
