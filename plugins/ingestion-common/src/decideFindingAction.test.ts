import {
  decideFindingAction,
  FindingActionSubject,
  findingStateOf,
  possibleFindingActions,
} from './decideFindingAction';
import {
  FINDING_ACTION_INPUTS,
  FINDING_ACTIONS,
  FINDING_SCAN_TRANSITIONS,
  FINDING_STATES,
  FINDING_TRANSITIONS,
} from './findingMachine';

const ANN = 'user:default/ann';
const BOB = 'user:default/bob';

function subject(
  change: Partial<FindingActionSubject> = {},
): FindingActionSubject {
  return { state: 'new', severity: 'medium', ...change };
}

describe('the table of what happens to findings', () => {
  it('names only states that exist, and every action once at least', () => {
    for (const { from, to } of [
      ...FINDING_TRANSITIONS,
      ...FINDING_SCAN_TRANSITIONS,
    ]) {
      expect(FINDING_STATES).toEqual(expect.arrayContaining([...from]));
      expect([undefined, ...FINDING_STATES]).toContain(to);
    }
    expect(new Set(FINDING_TRANSITIONS.map(({ action }) => action))).toEqual(
      new Set(FINDING_ACTIONS),
    );
    expect(Object.keys(FINDING_ACTION_INPUTS)).toEqual([...FINDING_ACTIONS]);
  });

  it('leaves no two ways for one action', () => {
    for (const state of FINDING_STATES) {
      for (const severity of ['critical', 'low'] as const) {
        for (const action of FINDING_ACTIONS) {
          const ways = FINDING_TRANSITIONS.filter(
            transition =>
              transition.action === action &&
              transition.from.includes(state) &&
              !transition.guards.some(guard =>
                (severity === 'critical'
                  ? ['belowHigh', 'raisesOrBelowHigh']
                  : ['highOrWorse', 'lowersFromHigh']
                ).includes(guard),
              ),
          );
          expect(ways.length).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});

describe('decideFindingAction', () => {
  it('dismisses below high at once, and asks a second person above', () => {
    expect(decideFindingAction('dismiss', subject(), ANN)).toMatchObject({
      transition: { to: 'dismissed' },
    });
    const { transition } = decideFindingAction(
      'dismiss',
      subject({ severity: 'high' }),
      ANN,
    ) as { transition: object };
    expect(transition).toMatchObject({ request: 'made' });
    expect(transition).not.toHaveProperty('to');
  });

  it('lets anybody but who asked decide on a dismissal', () => {
    const asked = subject({ severity: 'critical', requestedBy: ANN });
    expect(decideFindingAction('approve', asked, ANN)).toEqual({
      refusal: 'Who asked for the dismissal can not decide on it',
    });
    expect(decideFindingAction('approve', asked, BOB)).toMatchObject({
      transition: { to: 'dismissed', request: 'granted' },
    });
    expect(possibleFindingActions(asked, ANN)).toEqual([
      'confirm',
      'start',
      'withdraw',
      'adjustSeverity',
      'assign',
      'note',
      'linkIssue',
    ]);
    expect(possibleFindingActions(asked, BOB)).toEqual([
      'confirm',
      'start',
      'approve',
      'reject',
      'adjustSeverity',
      'assign',
      'note',
      'linkIssue',
    ]);
  });

  it('raises a severity at once, and lowers a high one with a second person', () => {
    const high = subject({ severity: 'high' });
    expect(
      decideFindingAction(
        'adjustSeverity',
        { ...high, toSeverity: 'critical' },
        ANN,
      ),
    ).toMatchObject({ transition: { severity: 'set' } });
    expect(
      decideFindingAction(
        'adjustSeverity',
        { ...high, toSeverity: 'low' },
        ANN,
      ),
    ).toMatchObject({ transition: { severity: 'made' } });
    expect(
      decideFindingAction(
        'adjustSeverity',
        subject({ toSeverity: 'low' }),
        ANN,
      ),
    ).toMatchObject({ transition: { severity: 'set' } });
    expect(
      decideFindingAction(
        'adjustSeverity',
        { ...high, toSeverity: 'high' },
        ANN,
      ),
    ).toEqual({ refusal: 'That is its severity already' });
    const asked = { ...high, severityRequestedBy: ANN };
    expect(decideFindingAction('approveSeverity', asked, ANN)).toEqual({
      refusal: 'Who asked for the lower severity can not decide on it',
    });
    expect(decideFindingAction('approveSeverity', asked, BOB)).toMatchObject({
      transition: { severity: 'granted' },
    });
    expect(decideFindingAction('withdrawSeverity', asked, BOB)).toHaveProperty(
      'refusal',
    );
  });

  it('says in which state something is not possible', () => {
    expect(
      decideFindingAction('start', subject({ state: 'risk_accepted' }), ANN),
    ).toEqual({ refusal: 'Not possible while it is risk accepted' });
  });

  it('has little to do with what is fixed', () => {
    expect(possibleFindingActions(subject({ state: 'resolved' }), ANN)).toEqual(
      ['note', 'linkIssue'],
    );
  });
});

describe('findingStateOf', () => {
  it('is the triage of an open finding, and else the status', () => {
    expect(findingStateOf({ status: 'open', triage: 'confirmed' })).toBe(
      'confirmed',
    );
    expect(findingStateOf({ status: 'resolved', triage: 'confirmed' })).toBe(
      'resolved',
    );
  });
});
