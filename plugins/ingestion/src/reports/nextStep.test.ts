import { ReportReceipt } from '@synchrony/backstage-plugin-ingestion-common';
import { receipt } from '../__testUtils__/fixtures';
import { nextStep } from './nextStep';

const error = { name: 'ReportError', message: 'x' };

describe('nextStep', () => {
  it('has nothing to say of a report that counts', () => {
    expect(nextStep(receipt())).toBeUndefined();
  });

  it.each<[Partial<ReportReceipt>, RegExp]>([
    [{ status: 'received', applied: false }, /those before it/],
    [{ complete: false }, /next complete scan/],
    [{ applied: false, reason: 'older' }, /newer scan/],
    [{ applied: false, reason: 'no-evidence' }, /none that could count/],
    [{ status: 'quarantined', applied: false }, /Register the component/],
    [{ status: 'rejected', error }, /as the tool wrote it/],
    [
      { status: 'rejected', error: { ...error, details: { line: 3 } } },
      /at that place/,
    ],
    [
      { status: 'rejected', error: { ...error, name: 'NotAllowedError' } },
      /Correct the entity/,
    ],
    [{ status: 'failed', error }, /Send it again/],
  ])('%j', (change, words) => {
    expect(nextStep(receipt(change))).toMatch(words);
  });
});
