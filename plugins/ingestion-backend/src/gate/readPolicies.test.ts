import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parsePolicy } from './parsePolicy';
import { DEFAULT_GATE_POLICY } from './policy';
import { readPolicies } from './readPolicies';

describe('a gate policy', () => {
  it('is filled up with what the built-in one says', () => {
    const text = ['id: strict', 'new: { medium: block }', 'unknown: block'];
    expect(parsePolicy('strict.yaml', text.join('\n'))).toEqual({
      ...DEFAULT_GATE_POLICY,
      id: 'strict',
      new: {
        critical: 'block',
        high: 'block',
        medium: 'block',
        low: 'pass',
        kev: 'pass',
      },
      unknown: 'block',
    });
  });

  it('may be JSON', () => {
    expect(
      parsePolicy(
        'strict.json',
        '{"id":"strict","overdue":{"high":{"verdict":"block"}}}',
      ).overdue,
    ).toEqual({ high: { allowed: 0, verdict: 'block' } });
  });

  it('is documented by an example that holds', () => {
    const guide = readFileSync(
      resolve(__dirname, '../../../../docs/gate.md'),
      'utf8',
    );
    const [, example] = /^```yaml\n(# gate[^]*?)^```$/m.exec(guide) ?? [];
    expect(parsePolicy('payments.yaml', example)).toMatchObject({
      id: 'payments',
      overdue: { high: { allowed: 3, verdict: 'warn' } },
      failClosed: true,
    });
  });

  it.each([
    ['id: a\nnew:\n  critical: stop', 'line 3: new.critical must be among'],
    ['id: a\nfailclosed: true', 'line 2: failclosed is not known'],
    ['id: a\nnew:\n  severe: block', 'line 3: new.severe is not known'],
    ['new: {}', 'line 1: id must be a name'],
    ['id: a\noverdue: { high: { allowed: -1, verdict: warn } }', 'at least 0'],
    ['id: a\ntypes: [sast, lint]', 'line 2: types.1 must be among sast,'],
    ['id: [', 'line 1: '],
    ['', 'p.yaml: the file '],
  ])('that says %j is refused', (text, message) => {
    expect(() => parsePolicy('p.yaml', text)).toThrow(message);
    expect(() => parsePolicy('p.yaml', text)).toThrow('Gate policy p.yaml');
  });
});

describe('readPolicies', () => {
  let folder: string;
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policies-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps the built-in policy, unless a file replaces it', () => {
    expect([...readPolicies([file('a.yaml', 'id: a')]).keys()]).toEqual([
      'default',
      'a',
    ]);
    const own = readPolicies([file('d.yaml', 'id: default\nunknown: block')]);
    expect(own.get('default')?.unknown).toBe('block');
  });

  it('refuses two files with one id, and a file that is not there', () => {
    const files = [file('a.yaml', 'id: a'), file('b.yaml', 'id: a')];
    expect(() => readPolicies(files)).toThrow(/a\.yaml and .*b\.yaml have/);
    expect(() => readPolicies(['nowhere.yaml'])).toThrow(
      'Gate policy nowhere.yaml can not be read',
    );
  });
});
