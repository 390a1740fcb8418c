import { TestDatabases } from '@backstage/backend-test-utils';
import {
  FindingActionRequest,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { HIGH, LOW, TriageSteps } from './__testUtils__/triageSteps';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ANN = 'user:default/ann';
const BOB = 'user:default/bob';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('adjusted severity, %s', id => {
  let ingestion: TestIngestion;
  let steps: TriageSteps;
  let database: Knex;
  let low: string;
  let high: string;

  beforeEach(async () => {
    database = await databases.init(id);
    ingestion = await startIngestion(database, {
      entities: [component('payments-api')],
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

  async function facts() {
    const feed = await ingestion.get('/scorecard-facts');
    return feed.body.items.at(-1).facts;
  }

  const grade = (who: string, findingId: string, severity: Severity) =>
    act(who, {
      ids: [findingId],
      action: 'adjustSeverity',
      severity,
      text: 'the input is signed',
    });

  it('raises at once: counts, facts, due date, export and history follow', async () => {
    const before = await detail(low);
    expect(await grade(ANN, low, 'critical')).toMatchObject({
      results: [{ id: low, outcome: 'done' }],
    });
    const after = await detail(low);
    expect(after).toMatchObject({
      severity: 'critical',
      sourceSeverity: 'medium',
      severityAdjustment: {
        severity: 'critical',
        from: 'medium',
        by: ANN,
        reason: 'the input is signed',
      },
    });
    expect(Date.parse(after.dueAt ?? '')).toBeLessThan(
      Date.parse(before.dueAt ?? ''),
    );
    expect(after.dueReason).toContain('critical');
    expect(after.history.at(-1)).toMatchObject({
      kind: 'severity_adjusted',
      actor: ANN,
      note: 'medium → critical: the input is signed',
    });
    expect((await ingestion.summary()).open).toMatchObject({
      critical: 1,
      high: 1,
      medium: 0,
    });
    expect(await facts()).toMatchObject({
      open: { sast: { critical: 1, medium: 0 } },
      adjusted: { raised: 1, lowered: 0 },
    });
    const { body } = await ingestion.get('/findings', { severity: 'critical' });
    expect(body.items).toMatchObject([{ id: low, sourceSeverity: 'medium' }]);
    const exported = await ingestion.get('/findings/export', { format: 'csv' });
    expect(exported.text).toContain('scanner severity');
    expect(exported.text).toContain('the input is signed');
  });

  it('lowers from high only when a second person agrees', async () => {
    expect(await grade(ANN, high, 'low')).toMatchObject({
      results: [{ id: high, outcome: 'pending' }],
    });
    const asked = await detail(high);
    expect(asked).toMatchObject({
      severity: 'high',
      severityRequest: { severity: 'low', requestedBy: ANN },
    });
    expect(asked.sourceSeverity).toBeUndefined();
    const own = await act(ANN, { ids: [high], action: 'approveSeverity' });
    expect(own.results[0].outcome).toBe('refused');
    await act(BOB, { ids: [high], action: 'approveSeverity' });
    const lowered = await detail(high);
    expect(lowered).toMatchObject({
      severity: 'low',
      sourceSeverity: 'high',
      severityAdjustment: { by: ANN, approvedBy: BOB },
    });
    expect(lowered.severityRequest).toBeUndefined();
    expect(lowered.history.at(-1)?.note).toBe(
      `high → low: asked for by ${ANN}: the input is signed`,
    );
    expect((await facts()).adjusted).toEqual({ raised: 0, lowered: 1 });
    // Back to what the scanner says ends it; nobody has to agree to worse.
    await grade(ANN, high, 'high');
    const cleared = await detail(high);
    expect(cleared.severity).toBe('high');
    expect(cleared.severityAdjustment).toBeUndefined();
    expect(cleared.dueAt).toBe(asked.dueAt);
    expect(cleared.history.at(-1)?.note).toContain('as the scanner says');
  });

  it('leaves the severity when the second person disagrees or it is withdrawn', async () => {
    await grade(ANN, high, 'low');
    await act(BOB, { ids: [high], action: 'rejectSeverity', text: 'no' });
    expect((await detail(high)).severityRequest).toBeUndefined();
    await grade(ANN, high, 'low');
    await act(ANN, { ids: [high], action: 'withdrawSeverity' });
    const finding = await detail(high);
    expect(finding.severity).toBe('high');
    expect(finding.history.slice(-4).map(({ kind }) => kind)).toEqual([
      'severity_requested',
      'severity_rejected',
      'severity_requested',
      'severity_withdrawn',
    ]);
  });

  it('takes a raise back within seconds', async () => {
    const before = await detail(low);
    const { actionId } = await grade(ANN, low, 'high');
    await post(`/findings/actions/${actionId}/undo`, ANN);
    const after = await detail(low);
    expect([after.severity, after.dueAt]).toEqual(['medium', before.dueAt]);
    expect(after.sourceSeverity).toBeUndefined();
  });

  it('outlives reports, says what the scanner says, and writes nothing for the same', async () => {
    await grade(ANN, low, 'low');
    const stored = () => database('findings').where({ id: low }).first();
    const before = await stored();
    const events = (await detail(low)).history.length;
    await ingestion.submit(sarif([HIGH, LOW]), { commit: 'aaaa1111' });
    expect(await stored()).toEqual(before);
    // Milder, and then a little worse than before, below high.
    await ingestion.submit(sarif([{ ...LOW, severity: '2.0' }, HIGH]));
    expect(await detail(low)).toMatchObject({
      severity: 'low',
      sourceSeverity: 'low',
    });
    await ingestion.submit(sarif([LOW, HIGH]), { commit: 'aaaa2222' });
    const kept = await detail(low);
    expect(kept).toMatchObject({
      severity: 'low',
      sourceSeverity: 'medium',
      severityAdjustment: { by: ANN, from: 'medium' },
    });
    expect(kept.history.slice(events).map(({ note }) => note)).toEqual([
      'severity medium → low by the scanner, stays adjusted to low',
      'severity low → medium by the scanner, stays adjusted to low',
    ]);
    await ingestion.submit(sarif([HIGH]), { commit: 'aaaa3333' });
    await ingestion.submit(sarif([LOW, HIGH]), { commit: 'aaaa4444' });
    expect(await detail(low)).toMatchObject({
      severity: 'low',
      reopenCount: 1,
    });
  });

  it('ends a milder severity when the scanner finds high, worse than what was judged', async () => {
    await grade(ANN, low, 'low');
    await ingestion.submit(sarif([{ ...LOW, severity: '9.5' }, HIGH]));
    const worse = await detail(low);
    expect(worse.severity).toBe('critical');
    expect(worse.severityAdjustment).toBeUndefined();
    expect(worse.history.at(-1)?.note).toBe(
      'severity medium → critical, worse than what was adjusted to low, which ends that',
    );
  });

  it('says what is wrong with a request', async () => {
    const wrong = (body: object) =>
      post('/findings/actions', ANN, {
        ids: [low],
        action: 'adjustSeverity',
        ...body,
      });
    expect((await wrong({ severity: 'low' })).body.error.message).toContain(
      'is needed to adjustSeverity',
    );
    expect((await wrong({ text: 'why' })).status).toBe(400);
    expect((await wrong({ severity: 'bad', text: 'why' })).status).toBe(400);
    const other = await post('/findings/actions', ANN, {
      ids: [low],
      action: 'confirm',
      severity: 'low',
    });
    expect(other.body.error.message).toContain('does not belong to confirm');
  });
});
