import {
  REPORT_OUTCOME_RULES,
  REPORT_OUTCOMES,
  reportOutcomeOf,
  reportSourceOf,
} from './reportLists';
import { REPORT_STATUSES } from './types';

const EITHER = [true, false];

describe('lists of reports', () => {
  it('give every receipt the one outcome whose rule it meets', () => {
    const receipts = REPORT_STATUSES.flatMap(status =>
      EITHER.flatMap(applied =>
        EITHER.map(complete => ({ status, applied, complete })),
      ),
    );
    for (const receipt of receipts) {
      const met = REPORT_OUTCOMES.filter(outcome => {
        const { applied, complete, status } = REPORT_OUTCOME_RULES[outcome];
        return (
          status.includes(receipt.status) &&
          (applied ?? receipt.applied) === receipt.applied &&
          (complete ?? receipt.complete) === receipt.complete
        );
      });
      expect(met).toEqual([reportOutcomeOf(receipt)]);
    }
  });

  it.each([
    ['upload-token:4f', 'upload_token'],
    ['github-webhook:larkhill/payments', 'webhook'],
    ['user:default/bob', 'person'],
    ['external:ci', 'service'],
  ])('%s is of the kind %s', (submitter, source) => {
    expect(reportSourceOf(submitter)).toBe(source);
  });
});
