import { AssignmentImport } from '@synchrony/backstage-plugin-champions-common';
import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../programme/defaultSettings';
import { checkImport } from './checkImport';

const NOW = Date.parse('2026-11-26T12:00:00Z');

const item: AssignmentImport = {
  userRef: 'user:default/ada',
  scopeRef: 'group:default/payments',
  role: 'primary',
  capacityPct: 10,
  acceptedAt: '2026-02-03T00:00:00Z',
  consentRecord: 'Mail of 3 February',
};

const known = new Map<string, { annotations: Record<string, string> }>([
  ['user:default/ada', { annotations: {} }],
  ['group:default/payments', { annotations: {} }],
  ['api:default/ledger', { annotations: {} }],
  [
    'group:default/declared',
    { annotations: { 'synchrony.io/champions': 'user:default/bo' } },
  ],
]);

const check = (...items: AssignmentImport[]) =>
  checkImport(items, {
    now: NOW,
    settings: DEFAULT_SETTINGS,
    known,
    importer: 'user:default/greta',
  });

describe('checkImport', () => {
  it('takes what is not said from what is', () => {
    const acceptedAt = Date.parse(item.acceptedAt);
    expect(check(item)).toEqual({
      faults: [],
      imported: [
        expect.objectContaining({
          nominatedAt: acceptedAt,
          acceptedAt,
          startedAt: acceptedAt,
          confirmedAt: acceptedAt,
        }),
      ],
    });
  });

  it.each<[string, Partial<AssignmentImport>]>([
    ['userRef: the catalog does not know', { userRef: 'user:default/bo' }],
    ['userRef: somebody else', { userRef: 'user:default/greta' }],
    ['scopeRef: the catalog does not know', { scopeRef: 'group:default/x' }],
    ['scopeRef: has to be one of', { scopeRef: 'api:default/ledger' }],
    ['scopeRef: champions of', { scopeRef: 'group:default/declared' }],
    ['capacityPct: more than 20', { capacityPct: 21 }],
    ['specialisms: the programme has no x', { specialisms: ['x'] }],
    ['acceptedAt: lies in the future', { acceptedAt: '2026-11-27T00:00:00Z' }],
    [
      'startedAt: lies before acceptedAt',
      { startedAt: '2026-02-02T00:00:00Z' },
    ],
    [
      'confirmedAt: lies before startedAt',
      {
        startedAt: '2026-03-02T00:00:00Z',
        confirmedAt: '2026-03-01T00:00:00Z',
      },
    ],
  ])('says %s', (fault, change) => {
    expect(check(item, { ...item, ...change }).faults).toContainEqual(
      expect.stringContaining(`items[1].${fault}`),
    );
  });

  it('takes nobody twice for a scope', () => {
    expect(check(item, { ...item, role: 'deputy' }).faults).toEqual([
      'items[1].the same as items[0]',
    ]);
  });

  it('lets nobody be active before the yes, or in the future', () => {
    const day = fc
      .date({
        min: new Date('2024-01-01T00:00:00Z'),
        max: new Date('2028-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map(date => date.toISOString());
    const maybe = fc.option(day, { nil: undefined });
    fc.assert(
      fc.property(
        day,
        maybe,
        maybe,
        maybe,
        (acceptedAt, nominatedAt, startedAt, confirmedAt) => {
          const { faults, imported } = check({
            ...item,
            acceptedAt,
            nominatedAt,
            startedAt,
            confirmedAt,
          });
          const [one] = imported;
          const isInOrder =
            one.nominatedAt <= one.acceptedAt &&
            one.acceptedAt <= one.startedAt &&
            one.startedAt <= one.confirmedAt &&
            one.confirmedAt <= NOW;
          expect(faults.length === 0).toBe(isInOrder);
        },
      ),
    );
  });
});
