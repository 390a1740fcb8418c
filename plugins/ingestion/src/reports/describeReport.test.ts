import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';
import { describeReport, faultPlace } from './describeReport';

const receipt: ReportReceipt = {
  reportId: 'r1',
  entityRef: 'component:default/a',
  status: 'processed',
  applied: true,
  complete: true,
  receivedAt: '2026-11-24T10:00:00Z',
  submitter: 'ci',
  sizeBytes: 1,
  links: { self: '' },
};
const counts = {
  reported: 9,
  new: 0,
  unchanged: 9,
  updated: 0,
  reopened: 0,
  resolved: 0,
  suppressed: 0,
};

describe('describeReport', () => {
  it.each<[string, Partial<ReportReceipt>, string]>([
    [
      'changes',
      { counts: { ...counts, new: 2, resolved: 5 } },
      '+2 new, 5 resolved',
    ],
    ['nothing new', { counts }, 'Already known: 9 findings unchanged'],
    [
      'nothing found',
      { counts: { ...counts, reported: 0, unchanged: 0 } },
      'No findings',
    ],
    [
      'partial',
      { counts: { ...counts, new: 1 }, complete: false },
      '+1 new; partial: nothing resolved',
    ],
    [
      'older',
      { applied: false, reason: 'older' },
      'Older than the newest report of this scan: not applied',
    ],
    [
      'VEX statements',
      {
        counts: { ...counts, reported: 0 },
        statements: {
          documentId: 'urn:doc',
          stated: 5,
          matched: 3,
          unmatched: 1,
          ambiguous: 1,
          invalid: 2,
          dismissed: 1,
          requested: 2,
          confirmed: 0,
          noted: 0,
          undone: 0,
          warnings: [],
        },
      },
      '5 VEX statements: 1 dismissed, 2 to decide, 1 not sure, 2 invalid',
    ],
    [
      'another reason',
      { applied: false, reason: 'inventory' },
      'Not applied: inventory',
    ],
    [
      'rejected',
      {
        status: 'rejected',
        applied: false,
        error: { name: 'InputError', message: 'version is missing' },
      },
      'version is missing',
    ],
    ['waiting', { status: 'received', applied: false }, 'Waiting to be read'],
  ])('%s', (_, change, words) => {
    expect(describeReport({ ...receipt, ...change })).toBe(words);
  });

  it('names the place of a fault as far as it is known', () => {
    const error = { name: 'InputError', message: 'x' };
    expect(faultPlace({ ...receipt, error })).toBeUndefined();
    expect(
      faultPlace({
        ...receipt,
        error: { ...error, details: { path: '$.runs[0]', line: 12 } },
      }),
    ).toBe('$.runs[0], line 12');
  });
});
