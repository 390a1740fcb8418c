import { Readable } from 'node:stream';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  FINDING_ACTIONS,
  FINDING_STATES,
  FINDING_TRANSITIONS,
  FindingActionRequest,
  FindingDetail,
  findingStateOf,
  isHighOrWorse,
  SEVERITIES,
  Severity,
  findingTriagePermission,
  possibleFindingActions,
} from '@synchrony/backstage-plugin-ingestion-common';
import { EntityAccess } from '@synchrony/backstage-plugin-scorecards-node';
import fc from 'fast-check';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { SampleResult, sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const RUNS = 12;
const PEOPLE = ['user:default/ann', 'user:default/bob'];

jest.setTimeout(180_000);

type Step =
  | {
      kind: 'act';
      who: string;
      action: FindingActionRequest['action'];
      severity: Severity;
    }
  | { kind: 'undo'; who: string; wait: number }
  | { kind: 'scan'; severity: string; suppressed: boolean; present: boolean };

const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('act' as const),
        who: fc.constantFrom(...PEOPLE),
        action: fc.constantFrom(...FINDING_ACTIONS),
        severity: fc.constantFrom(...SEVERITIES),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('undo' as const),
        who: fc.constantFrom(...PEOPLE),
        wait: fc.constantFrom(0, 5, 11),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('scan' as const),
        severity: fc.constantFrom('9.5', '8.0', '5.0', '2.0'),
        suppressed: fc.boolean(),
        present: fc.boolean(),
      }),
    },
  ),
  { minLength: 4, maxLength: 14 },
);

function request(
  id: string,
  action: FindingActionRequest['action'],
  severity?: Severity,
): FindingActionRequest {
  return {
    ids: [id],
    action,
    text: 'because',
    ...(action === 'adjustSeverity' && { severity }),
    ...(action === 'dismiss' && { reason: 'false_positive' }),
    ...(action === 'assign' && { assignee: PEOPLE[0] }),
    ...(action === 'linkIssue' && { url: 'https://issues.example/1' }),
  };
}

/** What the last person did, to be undone. */
interface LastAction {
  actionId: string;
  who: string;
}

/** One finding, and what can happen to it. */
interface Play {
  findingId: string;
  advance(seconds: number): void;
  read(): Promise<FindingDetail>;
  scan(step: Omit<Step & { kind: 'scan' }, 'kind'>): Promise<void>;
  act(
    who: string,
    action: FindingActionRequest['action'],
    severity: Severity,
  ): Promise<{ actionId: string; outcome: string }>;
  undo(who: string, actionId: string): Promise<boolean>;
}

/** Takes a step and holds what came of it to the rules. */
async function takeStep(
  { act, advance, read, scan, undo }: Play,
  step: Step,
  last: LastAction | undefined,
): Promise<LastAction | undefined> {
  let next = last;
  const before = await read();
  const subject = {
    ...before,
    state: findingStateOf(before),
    requestedBy: before.dismissalRequest?.requestedBy,
    requestedBySource: before.dismissalRequest?.source !== undefined,
    severityRequestedBy: before.severityRequest?.requestedBy,
  };
  if (step.kind === 'scan') {
    await scan(step);
  } else if (step.kind === 'undo') {
    advance(step.wait);
    const done = last ? await undo(step.who, last.actionId) : false;
    if (done) {
      expect(step.who).toBe(last?.who);
      expect(step.wait).toBeLessThanOrEqual(10);
    }
    const after = await read();
    expect(after.history.length).toBe(before.history.length + (done ? 1 : 0));
    next = done ? undefined : last;
  } else {
    const { actionId, outcome } = await act(
      step.who,
      step.action,
      step.severity,
    );
    const possible = possibleFindingActions(
      { ...subject, toSeverity: step.severity },
      step.who,
    );
    expect(outcome !== 'refused').toBe(possible.includes(step.action));
    const after = await read();
    if (outcome === 'refused') {
      expect(after).toEqual(before);
    } else {
      next = { actionId, who: step.who };
      expect(after.history.slice(0, -1)).toEqual(before.history);
      expect(after.history.at(-1)?.actor).toBe(step.who);
      const ways = FINDING_TRANSITIONS.filter(
        ({ action, from }) =>
          action === step.action && from.includes(subject.state),
      ).map(({ to }) => to ?? subject.state);
      expect(ways).toContain(findingStateOf(after));
    }
    const milder =
      SEVERITIES.indexOf(after.severity) > SEVERITIES.indexOf(before.severity);
    if (milder && isHighOrWorse(before.severity)) {
      expect(step.action).toBe('approveSeverity');
      expect(before.severityRequest?.requestedBy).not.toBe(step.who);
    }
    if (step.action === 'approve' && outcome === 'done') {
      expect(subject.requestedBy).not.toBe(step.who);
    }
  }
  const after = await read();
  expect(FINDING_STATES).toContain(findingStateOf(after));
  expect(after.history.slice(0, before.history.length)).toEqual(before.history);
  const dismissedNow =
    after.status === 'dismissed' && before.status !== 'dismissed';
  if (dismissedNow && ['critical', 'high'].includes(after.severity)) {
    // The source that suppresses it may be the one of the two that asks.
    const kinds = ['dismissal_requested', 'dismissed', 'suppressed'];
    const sides = after.history
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ actor }) => actor);
    expect(new Set(sides).size).toBeGreaterThan(1);
  }
  return next;
}

describe.each(databases.eachSupportedId())('rules of triage, %s', id => {
  let test: Awaited<ReturnType<typeof createTestIngestion>>;
  let entities = 0;
  let denied = false;

  const access: EntityAccess = {
    visible: async (_, permission) => ({
      kind:
        denied && permission.name === findingTriagePermission.name
          ? 'none'
          : 'all',
    }),
    require: async () => {},
    can: async () => !denied,
  };

  beforeAll(async () => {
    test = await createTestIngestion(
      await databases.init(id),
      { get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])) },
      { access },
    );
  });
  beforeEach(() => {
    denied = false;
  });
  afterAll(async () => {
    await test.stop();
  });

  /** An entity of its own with one finding. */
  async function start() {
    entities += 1;
    const entityRef = `component:default/t${entities}`;
    let reports = 0;
    const send = async (results: SampleResult[]) => {
      reports += 1;
      const { reportId } = await test.ingestion.submissions.submit(
        test.credentials,
        {
          parameters: {
            entityRef,
            complete: true,
            emptyMeansClean: false,
            commit: String(reports).padStart(8, '0'),
          },
          body: Readable.from([Buffer.from(sarif(results))]),
        },
      );
      return reportId;
    };
    const settled = async (reportId: string) => {
      const receipt = await test.ingestion.receipts.get(
        test.credentials,
        reportId,
        { seconds: 30, signal: new AbortController().signal },
      );
      expect(receipt).toMatchObject({ status: 'processed', applied: true });
    };
    const scan = async (step: Omit<Step & { kind: 'scan' }, 'kind'>) =>
      settled(
        await send(
          step.present
            ? [
                {
                  rule: 'sqli',
                  path: 'src/a.ts',
                  line: 10 + reports,
                  snippet: 'query(x)',
                  severity: step.severity,
                  suppressed: step.suppressed,
                },
              ]
            : [],
        ),
      );
    await scan({ severity: '5.0', suppressed: false, present: true });
    const { items } = await test.ingestion.findings.list(test.credentials, {
      entityRef,
      status: 'all',
    });
    const [{ id: findingId }] = items;
    return {
      entityRef,
      findingId,
      scan,
      send,
      settled,
      advance: (seconds: number) => test.clock.advanceSeconds(seconds),
      read: (): Promise<FindingDetail> =>
        test.ingestion.findings.get(mockCredentials.user(PEOPLE[0]), findingId),
      act: async (
        who: string,
        action: FindingActionRequest['action'],
        severity?: Severity,
      ) => {
        const answer = await test.ingestion.triage.act(
          mockCredentials.user(who),
          request(findingId, action, severity),
        );
        return { ...answer, ...answer.results[0] };
      },
      undo: async (who: string, actionId: string) => {
        try {
          const answer = await test.ingestion.triage.undo(
            mockCredentials.user(who),
            actionId,
          );
          return answer.results[0].outcome === 'done';
        } catch {
          return false;
        }
      },
    };
  }

  it('keeps to the table, to the second person and to every event', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async list => {
        const play = await start();
        let last: LastAction | undefined;
        for (const step of list) {
          last = await takeStep(play, step, last);
        }
        expect((await play.read()).id).toBe(play.findingId);
      }),
      { numRuns: RUNS },
    );
  });

  it('loses no note and no report when both come at once', async () => {
    const { act, read, send, settled } = await start();
    const results = Array.from({ length: 5 }, (_, index) => ({
      rule: 'sqli',
      path: 'src/a.ts',
      line: 100 + index,
      snippet: 'query(x)',
      severity: '5.0',
    }));
    const reports: Promise<string>[] = [];
    const notes: Promise<{ outcome: string }>[] = [];
    for (const [index, result] of results.entries()) {
      reports.push(send([result]));
      notes.push(act(PEOPLE[index % 2], 'note'));
    }
    expect((await Promise.all(notes)).map(({ outcome }) => outcome)).toEqual(
      Array(5).fill('done'),
    );
    for (const reportId of await Promise.all(reports)) {
      await settled(reportId);
    }
    const { history } = await read();
    expect(history.filter(({ kind }) => kind === 'noted')).toHaveLength(5);
  });

  it('is too late to undo after ten seconds', async () => {
    const { act, read, undo } = await start();
    const { actionId } = await act(PEOPLE[0], 'confirm');
    test.clock.advanceSeconds(11);
    expect(await undo(PEOPLE[0], actionId)).toBe(false);
    expect((await read()).triage).toBe('confirmed');
  });

  it('refuses who may read but not triage, and offers nothing', async () => {
    const { act, entityRef } = await start();
    denied = true;
    expect(await act(PEOPLE[0], 'confirm')).toMatchObject({
      outcome: 'refused',
      reason: `You may not triage findings of ${entityRef}`,
    });
  });
});
