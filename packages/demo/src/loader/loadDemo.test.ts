import { buildOrganisation } from '../organisation';
import { FakePortal } from '../testing/FakePortal';
import { loadDemo } from './loadDemo';

const NOW = new Date('2026-11-24T12:00:00Z');
const LATER = new Date('2026-11-27T15:00:00Z');
const NAMES = buildOrganisation().components.map(({ name }) => name);

describe('loadDemo', () => {
  let portal: FakePortal;
  let baseUrl: string;
  let lines: string[];

  beforeEach(async () => {
    portal = new FakePortal();
    portal.components = NAMES;
    baseUrl = await portal.start();
    lines = [];
  });
  afterEach(() => portal.stop());

  const load = (options: { only: string[]; now?: Date }) =>
    loadDemo({
      baseUrl,
      now: NOW,
      ...options,
      log: line => lines.push(line),
    });

  const own = (name: string) =>
    portal.reports.filter(
      ({ entityRef }) => entityRef === `component:default/${name}`,
    );

  it('sends the reports of a component oldest first, in the past', async () => {
    const result = await load({ only: ['instant-payments-api'] });
    const times = own('instant-payments-api').map(({ scannedAt }) =>
      Date.parse(scannedAt!),
    );
    expect(result).toEqual({ sent: times.length, deviations: [] });
    expect(times.length).toBeGreaterThan(50);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times.at(-1)).toBeLessThan(NOW.getTime());
    expect(lines.at(-1)).toMatch(/100 % of \d+ sent/);
  });

  it('sends nothing again, also days later, and says that evidence ages', async () => {
    await load({ only: ['fraud-scoring'] });
    const before = portal.reports.length;
    expect(await load({ only: ['fraud-scoring'], now: LATER })).toEqual({
      sent: 0,
      deviations: [],
    });
    expect(portal.reports).toHaveLength(before);
    expect(lines.at(-1)).toMatch(/all there, sent 3 days ago; evidence ages/);
  });

  it('goes on after a run that was cut off, with the same reports', async () => {
    portal.fullAt = 10;
    await expect(load({ only: ['fraud-scoring'] })).rejects.toThrow('full');
    expect(portal.reports).toHaveLength(10);

    portal.fullAt = Infinity;
    const { deviations } = await load({ only: ['fraud-scoring'], now: LATER });
    expect(deviations).toEqual([]);
    const keys = own('fraud-scoring').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      own('fraud-scoring').every(
        ({ scannedAt }) => Date.parse(scannedAt!) < NOW.getTime(),
      ),
    ).toBe(true);
  });

  it('loads another part later as of the same day', async () => {
    await load({ only: ['fraud-scoring'] });
    await load({ only: ['mobile-bff'], now: LATER });
    const newest = Math.max(
      ...own('mobile-bff').map(({ scannedAt }) => Date.parse(scannedAt!)),
    );
    expect(newest).toBeLessThan(NOW.getTime());
  });

  it('asks for its waivers once, and approves all but one', async () => {
    await load({ only: ['instant-payments-api'] });
    expect(portal.threatFiles).toEqual(['epss', 'kev']);
    expect(
      portal.waivers.map(({ approvals }) =>
        approvals.every(({ approvedBy }) => approvedBy),
      ),
    ).toEqual([true, false]);
  });

  it('tells of the releases of its components, and what is attested of the last', async () => {
    await load({ only: ['web-banking-shell'] });
    const refs = Object.entries(portal.told).map(([kind, items]) => [
      kind,
      items.map(({ entityRef }) => entityRef),
    ]);
    const ref = 'component:default/web-banking-shell';
    expect(Object.fromEntries(refs)).toEqual({
      'pipeline-runs': [ref, ref, ref, ref],
      deployments: [ref, ref, ref, ref],
      'facts/attestations': [ref],
      'facts/assurance': [ref],
    });
  });

  it('expects the report that nobody can read', async () => {
    const { deviations } = await load({ only: ['feature-store-sync'] });
    expect(deviations).toEqual([]);
    expect(own('feature-store-sync').map(({ status }) => status)).toContain(
      'rejected',
    );
  });

  it('knows its components', async () => {
    await expect(load({ only: ['no-such-thing'] })).rejects.toThrow(
      'The demo has no component "no-such-thing".',
    );
  });
});
