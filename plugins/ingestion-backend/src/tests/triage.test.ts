import { TestDatabases } from '@backstage/backend-test-utils';
import { FindingActionRequest } from '@synchrony/backstage-plugin-ingestion-common';
import { sarif } from './__testUtils__/sarif';
import {
  CI,
  component,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { HIGH, LOW, TriageSteps } from './__testUtils__/triageSteps';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ANN = 'user:default/ann';
const BOB = 'user:default/bob';
const LEDGER = 'component:default/ledger';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('triage, %s', id => {
  let ingestion: TestIngestion;
  let steps: TriageSteps;
  let low: string;
  let high: string;

  beforeEach(async () => {
    ingestion = await startIngestion(await databases.init(id), {
      entities: [
        component('payments-api'),
        component('ledger', { owner: 'group:default/ledger' }),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: 'bob', namespace: 'default' },
          spec: {},
        },
      ],
    });
    await ingestion.submit(sarif([LOW, HIGH]));
    steps = new TriageSteps(ingestion);
    const ids = await steps.idsByRule();
    low = ids.get('weak-hash')!;
    high = ids.get('sqli')!;
  });
  afterEach(async () => {
    await ingestion.stop();
  });

  const post = (path: string, who: string, body?: object) =>
    steps.post(path, who, body);
  const act = (who: string, request: FindingActionRequest) =>
    steps.act(who, request);
  const detail = (findingId: string, who = ANN) => steps.detail(findingId, who);

  const openHigh = async () => (await ingestion.summary()).open.high;

  async function openInFacts(): Promise<number> {
    const feed = await ingestion.get('/scorecard-facts');
    return feed.body.items.at(-1).facts.open.sast.medium;
  }

  const dismissal = {
    action: 'dismiss',
    reason: 'vulnerable_code_not_in_execute_path',
  } as const;

  it('goes from new to work in progress, with who and what in the history', async () => {
    await act(ANN, { ids: [low], action: 'confirm' });
    await act(ANN, { ids: [low], action: 'assign', assignee: BOB });
    await act(BOB, { ids: [low], action: 'start', text: 'on it' });
    await act(BOB, {
      ids: [low],
      action: 'linkIssue',
      url: 'https://issues.example/7',
    });
    const finding = await detail(low);
    expect(finding).toMatchObject({
      status: 'open',
      triage: 'in_progress',
      assignee: BOB,
      linkedIssue: 'https://issues.example/7',
      actions: [
        'dismiss',
        'adjustSeverity',
        'assign',
        'unassign',
        'note',
        'linkIssue',
      ],
    });
    expect(
      finding.history.map(({ actor, kind, note }) => [kind, actor, note]),
    ).toEqual([
      ['opened', undefined, undefined],
      ['confirmed', ANN, undefined],
      ['assigned', ANN, BOB],
      ['started', BOB, 'on it'],
      ['issue_linked', BOB, 'https://issues.example/7'],
    ]);
  });

  it('keeps a dismissal when scanners report the finding again', async () => {
    expect(await openInFacts()).toBe(1);
    const { results } = await act(ANN, { ids: [low], ...dismissal });
    expect(results).toEqual([{ id: low, outcome: 'done' }]);
    expect((await ingestion.summary()).open.medium).toBe(0);
    expect(await openInFacts()).toBe(0);
    await ingestion.submit(sarif([{ ...LOW, line: 40 }, HIGH]));
    expect((await detail(low)).status).toBe('dismissed');
    await ingestion.submit(sarif([HIGH]), { commit: 'aaaa1111' });
    expect((await detail(low)).status).toBe('resolved');
    await ingestion.submit(sarif([LOW, HIGH]), { commit: 'aaaa2222' });
    const back = await detail(low);
    expect(back.status).toBe('dismissed');
    expect(back.history.at(-1)).toMatchObject({
      kind: 'reopened',
      note: 'stays dismissed, as a person decided',
    });
  });

  it('opens a dismissed finding that became worse', async () => {
    await act(ANN, { ids: [low], ...dismissal });
    await ingestion.submit(sarif([{ ...LOW, severity: '9.5' }, HIGH]));
    const worse = await detail(low);
    expect(worse).toMatchObject({ status: 'open', triage: 'new' });
    expect(worse.history.at(-1)).toMatchObject({
      kind: 'reopened',
      note: 'it was dismissed as medium and is critical now',
    });
    await act(ANN, { ids: [low], ...dismissal });
    await act(BOB, { ids: [low], action: 'approve' });
    await ingestion.submit(sarif([{ ...LOW, severity: '8.0' }, HIGH]), {
      commit: 'aaaa3333',
    });
    expect((await detail(low)).status).toBe('dismissed');
  });

  it('keeps open what a person confirmed although the source suppresses it', async () => {
    await ingestion.submit(sarif([{ ...LOW, suppressed: true }, HIGH]));
    expect((await detail(low)).status).toBe('dismissed');
    await act(ANN, { ids: [low], action: 'reconsider', text: 'it is real' });
    await ingestion.submit(
      sarif([{ ...LOW, suppressed: true, line: 50 }, HIGH]),
    );
    expect(await detail(low)).toMatchObject({
      status: 'open',
      triage: 'confirmed',
    });
  });

  it('dismisses a high finding only when a second person agrees', async () => {
    const asked = await act(ANN, {
      ids: [high],
      action: 'dismiss',
      reason: 'false_positive',
      text: 'the input is a constant',
    });
    expect(asked.results).toEqual([{ id: high, outcome: 'pending' }]);
    expect(await openHigh()).toBe(1);
    expect(await detail(high)).toMatchObject({
      status: 'open',
      dismissalRequest: {
        requestedBy: ANN,
        reason: 'false_positive',
        text: 'the input is a constant',
      },
    });
    const own = await act(ANN, { ids: [high], action: 'approve' });
    expect(own.results).toEqual([
      {
        id: high,
        outcome: 'refused',
        reason: 'Who asked for the dismissal can not decide on it',
      },
    ]);
    expect((await detail(high, BOB)).actions).toContain('approve');
    await act(BOB, { ids: [high], action: 'approve' });
    const dismissed = await detail(high);
    expect(dismissed.status).toBe('dismissed');
    expect(dismissed.dismissalRequest).toBeUndefined();
    expect(dismissed.history.at(-1)).toMatchObject({
      kind: 'dismissed',
      actor: BOB,
      note: `asked for by ${ANN}: false positive: the input is a constant`,
    });
    expect(await openHigh()).toBe(0);
  });

  it('is left open when the second person disagrees', async () => {
    await act(ANN, { ids: [high], ...dismissal });
    await act(BOB, { ids: [high], action: 'reject', text: 'it is reachable' });
    const finding = await detail(high);
    expect(finding.status).toBe('open');
    expect(finding.dismissalRequest).toBeUndefined();
    expect(finding.history.at(-1)?.kind).toBe('dismissal_rejected');
  });

  it('answers for each finding of several', async () => {
    await ingestion.submit(sarif([LOW]), { entityRef: LEDGER });
    const { body } = await ingestion.get('/findings', { entityRef: LEDGER });
    const foreign = body.items[0].id;
    const { results } = await act(ANN, {
      ids: [high, foreign, low, 'none', low],
      ...dismissal,
    });
    expect(results).toEqual([
      { id: high, outcome: 'pending' },
      {
        id: foreign,
        outcome: 'refused',
        reason: `There is no finding ${foreign}`,
      },
      { id: low, outcome: 'done' },
      { id: 'none', outcome: 'refused', reason: 'There is no finding none' },
    ]);
    expect((await ingestion.get(`/findings/${foreign}`)).body).toMatchObject({
      status: 'open',
      actions: [],
    });
  });

  it('takes back what the same person just did, once', async () => {
    const { actionId, undoUntil } = await act(ANN, {
      ids: [low, high],
      ...dismissal,
    });
    expect(undoUntil).toBeDefined();
    const undo = (who: string) =>
      post(`/findings/actions/${actionId}/undo`, who);
    expect((await undo(BOB)).status).toBe(404);
    const first = await undo(ANN);
    expect(first.body.results.map(outcomeOf)).toEqual(['done', 'done']);
    expect(await detail(high)).not.toHaveProperty('dismissalRequest');
    const back = await detail(low);
    expect(back).toMatchObject({ status: 'open', triage: 'new' });
    expect(back.history.at(-1)).toMatchObject({
      kind: 'undone',
      actor: ANN,
      note: 'dismiss',
    });
    expect(await openInFacts()).toBe(1);
    const second = await undo(ANN);
    expect(second.body.results.map(outcomeOf)).toEqual(['refused', 'refused']);
  });

  it('does not undo what somebody has changed since', async () => {
    const { actionId } = await act(ANN, { ids: [low], action: 'confirm' });
    await act(BOB, { ids: [low], action: 'start' });
    const undo = await post(`/findings/actions/${actionId}/undo`, ANN);
    expect(undo.body.results).toEqual([
      { id: low, outcome: 'refused', reason: 'It changed in the meantime' },
    ]);
    expect((await detail(low)).triage).toBe('in_progress');
  });

  it('says what is wrong with a request', async () => {
    const wrong: [object, string][] = [
      [{ ids: [], action: 'confirm' }, 'body.ids'],
      [{ ids: Array<string>(101).fill('x'), action: 'confirm' }, 'body.ids'],
      [{ ids: ['x'], action: 'delete' }, 'body.action'],
      [{ ids: ['x'], action: 'dismiss' }, 'body.reason'],
      [
        { ids: ['x'], action: 'dismiss', reason: 'false_positive' },
        'body.text',
      ],
      [{ ids: ['x'], action: 'dismiss', reason: 'boring' }, 'body.reason'],
      [{ ids: ['x'], action: 'note', text: ' ' }, 'body.text'],
      [{ ids: ['x'], action: 'note', text: 'a\u0000b' }, 'body.text'],
      [{ ids: ['x'], action: 'assign', assignee: 'ann' }, 'body.assignee'],
      [
        { ids: ['x'], action: 'assign', assignee: 'group:default/payments' },
        'body.assignee',
      ],
      [
        { ids: ['x'], action: 'assign', assignee: 'user:default/nobody' },
        'body.assignee',
      ],
      [
        { ids: ['x'], action: 'linkIssue', url: 'data:text/html,x' },
        'body.url',
      ],
      [
        { ids: ['x'], action: 'linkIssue', url: 'https://a:b@c.d/' },
        'body.url',
      ],
      [{ ids: ['x'], action: 'confirm', url: 'https://c.d/' }, 'body.url'],
      [{ ids: ['x'], action: 'confirm', who: 'me' }, 'body.who'],
    ];
    for (const [body, path] of wrong) {
      const response = await post('/findings/actions', ANN, body);
      expect(response.status).toBe(400);
      expect(response.body.error.details).toEqual({ path });
    }
  });

  it('is for people', async () => {
    const response = await ingestion.api
      .post('/api/ingestion/findings/actions')
      .set('authorization', CI)
      .send({ ids: [low], action: 'confirm' });
    expect(response.status).toBe(403);
    expect((await ingestion.get(`/findings/${low}`)).body.actions).toEqual([]);
  });
});

function outcomeOf({ outcome }: { outcome: string }): string {
  return outcome;
}
