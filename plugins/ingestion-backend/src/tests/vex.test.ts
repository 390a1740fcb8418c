import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  Finding,
  FindingActionRequest,
  FindingActionResult,
  FindingDetail,
  FindingsSummary,
  ReportReceipt,
} from '@synchrony/backstage-plugin-ingestion-common';
import { SampleResult, sarif } from './__testUtils__/sarif';
import {
  component,
  serviceHeader,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { openvexOf, SampleStatement, trivyOf } from './__testUtils__/vex';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ANN = 'user:default/ann';
const BOB = 'user:default/bob';
const MEDIUM = 'CVE-2026-1000';
const HIGH = 'CVE-2026-2000';
const SCAN = trivyOf([
  { id: MEDIUM },
  { id: HIGH, severity: 'HIGH' },
  { id: 'CVE-2026-3000', name: 'right' },
]);

jest.setTimeout(60_000);

const notAffected = (...ids: string[]): SampleStatement[] =>
  ids.map(id => ({ id, status: 'not_affected' }));

describe.each(databases.eachSupportedId())('VEX documents, %s', id => {
  let ingestion: TestIngestion;
  /** Each test has an entity of its own. */
  let name: string;
  let count = 0;

  beforeAll(async () => {
    ingestion = await startIngestion(await databases.init(id), {
      entities: Array.from({ length: 20 }, (_, index) =>
        component(`app-${index}`),
      ),
      config: {
        submitters: ['ci', 'outsider'].map(subject => ({
          subject,
          entities: ['component:default/*'],
        })),
        vex: { trustedSubmitters: ['ci', ANN] },
      },
    });
  });
  beforeEach(() => {
    name = `app-${count}`;
    count += 1;
  });
  afterAll(async () => {
    await ingestion.stop();
  });

  async function submit(
    body: string,
    options: { to?: string; by?: string } = {},
  ): Promise<ReportReceipt> {
    const response = await ingestion.send(
      body,
      { entityRef: `component:default/${options.to ?? name}` },
      options.by ? { authorization: options.by } : {},
    );
    expect(response.status).toBe(202);
    return ingestion.receipt(response.body.reportId);
  }

  async function find(rule: string, entity = name): Promise<FindingDetail> {
    const { body } = await ingestion.get('/findings', {
      status: 'all',
      entityRef: `component:default/${entity}`,
    });
    const found = (body.items as Finding[]).find(
      ({ ruleId }) => ruleId === rule,
    );
    const response = await ingestion.api
      .get(`/api/ingestion/findings/${found?.id}`)
      .set('authorization', mockCredentials.user.header(ANN));
    expect(response.status).toBe(200);
    return response.body;
  }

  async function act(
    who: string,
    { id: findingId }: Finding,
    action: FindingActionRequest['action'],
  ): Promise<FindingActionResult> {
    const response = await ingestion.api
      .post('/api/ingestion/findings/actions')
      .set('authorization', mockCredentials.user.header(who))
      .send({ ids: [findingId], action, text: 'because' });
    return response.body.results[0];
  }

  async function summary(): Promise<FindingsSummary> {
    const { body } = await ingestion.get(
      `/entities/default/component/${name}/summary`,
    );
    return body;
  }

  async function openInFacts() {
    const { body } = await ingestion.get('/scorecard-facts');
    return body.items.find(
      ({ entityRef }: { entityRef: string }) =>
        entityRef === `component:default/${name}`,
    ).facts.open.sca;
  }

  it('dismiss below high, and ask a person at high', async () => {
    await submit(SCAN);
    const receipt = await submit(
      openvexOf(notAffected(MEDIUM, HIGH, 'CVE-2026-9999')),
    );
    expect(receipt).toMatchObject({
      status: 'processed',
      applied: true,
      format: 'openvex',
      tool: 'OpenVEX',
      category: 'https://vex.example/1',
      counts: { reported: 0, new: 0, resolved: 0, updated: 2 },
      statements: {
        documentId: 'https://vex.example/1',
        author: 'Example Security',
        stated: 3,
        matched: 2,
        unmatched: 1,
        dismissed: 1,
        requested: 1,
        warnings: [],
      },
    });
    const medium = await find(MEDIUM);
    expect(medium.status).toBe('dismissed');
    expect(medium.history.at(-1)).toMatchObject({
      kind: 'dismissed',
      source: 'Example Security, openvex https://vex.example/1',
      note: 'not affected: vulnerable code not in execute path',
      reportId: receipt.reportId,
    });
    expect(medium.history.at(-1)?.actor).toBeUndefined();
    expect(medium.statements).toMatchObject([
      {
        status: 'not_affected',
        reason: 'vulnerable_code_not_in_execute_path',
        author: 'Example Security',
        at: '2026-11-03T10:00:00.000Z',
        counts: true,
      },
    ]);
    const high = await find(HIGH);
    expect(high).toMatchObject({
      status: 'open',
      dismissalRequest: {
        requestedBy: 'ci',
        source: { kind: 'vex', name: 'Example Security' },
      },
    });
    expect(high.actions).toEqual(expect.arrayContaining(['approve', 'reject']));
    expect(high.actions).not.toContain('withdraw');
    expect((await find('CVE-2026-3000')).statements).toEqual([]);
    expect((await summary()).open).toMatchObject({
      high: 1,
      medium: 1,
    });
    expect(await openInFacts()).toMatchObject({ high: 1, medium: 1 });
  });

  it('apply to what is found later, and are no scan themselves', async () => {
    await submit(openvexOf(notAffected(MEDIUM, HIGH)));
    const before = await summary();
    expect(before.hasReports).toBe(false);
    const states = new Set(before.coverage.map(({ state }) => state));
    expect(states).toEqual(new Set(['missing', 'not_applicable']));
    await submit(SCAN);
    expect((await find(MEDIUM)).status).toBe('dismissed');
    expect((await find(HIGH)).dismissalRequest?.source?.kind).toBe('vex');
    // Nothing is told twice, by the same scan or by another.
    const told = (await find(MEDIUM)).history.length;
    await submit(SCAN);
    await submit(`${SCAN} `);
    await submit(trivyOf([{ id: MEDIUM }, { id: HIGH, severity: 'HIGH' }]));
    await submit(`${openvexOf(notAffected(MEDIUM, HIGH))} `);
    const medium = await find(MEDIUM);
    expect(medium.status).toBe('dismissed');
    expect(medium.history).toHaveLength(told);
    expect((await summary()).open.medium).toBe(0);
  });

  it('follow the severity, and come and go with the finding', async () => {
    await submit(SCAN);
    await submit(openvexOf(notAffected(MEDIUM)));
    await submit(trivyOf([{ id: MEDIUM, severity: 'HIGH' }]));
    expect(await find(MEDIUM)).toMatchObject({
      status: 'open',
      dismissalRequest: { source: { kind: 'vex' } },
    });
    await submit(trivyOf([{ id: 'CVE-2026-4000' }]));
    expect(await find(MEDIUM)).toMatchObject({ status: 'resolved' });
    expect((await find(MEDIUM)).dismissalRequest).toBeUndefined();
    await submit(trivyOf([{ id: MEDIUM }]));
    const again = await find(MEDIUM);
    expect(again.status).toBe('dismissed');
    expect(again.history.slice(-2).map(({ kind }) => kind)).toEqual([
      'reopened',
      'dismissed',
    ]);
  });

  it('are undone by a newer version without the statement, never by an older', async () => {
    await submit(SCAN);
    await submit(openvexOf(notAffected(MEDIUM, HIGH)));
    const older = await submit(
      openvexOf([], { at: '2026-11-01T10:00:00Z', version: 7 }),
    );
    expect(older).toMatchObject({ applied: false, reason: 'older' });
    expect((await find(MEDIUM)).status).toBe('dismissed');
    const newer = await submit(openvexOf([], { version: 2 }));
    expect(newer.statements).toMatchObject({ stated: 0, undone: 2 });
    const medium = await find(MEDIUM);
    expect(medium).toMatchObject({ status: 'open', statements: [] });
    expect(medium.history.at(-1)).toMatchObject({
      kind: 'statement_withdrawn',
      note: 'open again',
    });
    expect((await find(HIGH)).dismissalRequest).toBeUndefined();
    expect((await summary()).open).toMatchObject({
      high: 1,
      medium: 2,
    });
  });

  it('confirm, claim fixes and note, and let the newest statement count', async () => {
    await submit(SCAN);
    await submit(
      openvexOf([
        { id: MEDIUM, status: 'affected' },
        { id: HIGH, status: 'fixed', product: 'pkg:npm/left@1.0.0' },
        {
          id: 'CVE-2026-3000',
          status: 'under_investigation',
          product: 'pkg:npm/right',
        },
      ]),
    );
    expect(await find(MEDIUM)).toMatchObject({
      status: 'open',
      triage: 'confirmed',
    });
    const kindOf = async (rule: string) =>
      (await find(rule)).history.at(-1)?.kind;
    expect(await kindOf(HIGH)).toBe('fix_claimed');
    expect((await find(HIGH)).status).toBe('open');
    expect(await kindOf('CVE-2026-3000')).toBe('statement_noted');
    expect((await find('CVE-2026-3000')).triage).toBe('new');
    await submit(
      openvexOf(
        [{ id: MEDIUM, status: 'not_affected', impact: 'Not built.' }],
        {
          id: 'urn:other',
          at: '2026-11-05T10:00:00Z',
        },
      ),
    );
    const medium = await find(MEDIUM);
    expect(medium).toMatchObject({ status: 'dismissed', triage: 'new' });
    expect(
      medium.statements.map(({ counts, status }) => [status, counts]),
    ).toEqual([
      ['not_affected', true],
      ['affected', false],
    ]);
  });

  it('give way to what people decide', async () => {
    await submit(SCAN);
    await act(ANN, await find(MEDIUM), 'confirm');
    // Who sends a document is not the second person.
    await submit(openvexOf(notAffected(MEDIUM, HIGH)), {
      by: mockCredentials.user.header(ANN),
    });
    expect(await find(MEDIUM)).toMatchObject({
      status: 'open',
      triage: 'confirmed',
    });
    const asked = await find(HIGH);
    expect(await act(ANN, asked, 'approve')).toMatchObject({
      outcome: 'refused',
      reason: 'Who asked for the dismissal can not decide on it',
    });
    expect((await act(BOB, asked, 'reject')).outcome).toBe('done');
    await submit(openvexOf(notAffected(HIGH), { at: '2026-11-09T10:00:00Z' }));
    await submit(trivyOf([{ id: HIGH, severity: 'CRITICAL' }]));
    const rejected = await find(HIGH);
    expect(rejected.dismissalRequest).toBeUndefined();
    expect(rejected.statements).toHaveLength(1);
  });

  it('dismiss for good once a second person approves', async () => {
    await submit(SCAN);
    await submit(openvexOf(notAffected(HIGH)));
    expect((await act(BOB, await find(HIGH), 'approve')).outcome).toBe('done');
    await submit(openvexOf([], { version: 2 }));
    const high = await find(HIGH);
    expect(high.status).toBe('dismissed');
    expect(high.history.map(({ note }) => note)).toContain(
      'asked for by Example Security: vulnerable code not in execute path: because',
    );
  });

  it('say what is invalid or not sure, and leave it', async () => {
    await submit(SCAN);
    const body = JSON.parse(
      openvexOf([
        ...notAffected(MEDIUM),
        { ...notAffected(HIGH)[0], product: 'pkg:npm/left@1.0.0?os=linux' },
      ]),
    );
    delete body.statements[0].justification;
    const receipt = await submit(JSON.stringify(body));
    expect(receipt.statements).toMatchObject({
      stated: 1,
      invalid: 1,
      ambiguous: 1,
      matched: 0,
      warnings: [
        '/statements/0: It says not affected, and neither a justification nor an impact statement says why.',
        `${HIGH} in pkg:npm/left@1.0.0?os=linux: it is not sure what is meant, so it was not applied`,
      ],
    });
    expect((await summary()).open).toMatchObject({
      high: 1,
      medium: 2,
    });
  });

  it('only ask where the submitter is not trusted, and touch no other entity', async () => {
    await submit(SCAN);
    await submit(SCAN, { to: 'app-19' });
    await submit(openvexOf(notAffected(MEDIUM, HIGH)), {
      by: serviceHeader('outsider'),
    });
    expect(await find(MEDIUM)).toMatchObject({
      status: 'open',
      dismissalRequest: { source: { kind: 'vex' } },
    });
    const other = await find(MEDIUM, 'app-19');
    expect(other).toMatchObject({ status: 'open', statements: [] });
    expect(other.history).toHaveLength(1);
  });

  it('let a suppression of a high finding ask, too', async () => {
    const result = (suppressed: boolean, severity = '8.0'): SampleResult => ({
      rule: 'sqli',
      path: 'src/a.ts',
      line: 3,
      snippet: 'query(x)',
      severity,
      suppressed,
    });
    await submit(sarif([result(true)]));
    expect(await find('sqli')).toMatchObject({
      status: 'open',
      dismissalRequest: {
        requestedBy: 'ci',
        source: { kind: 'suppression', name: 'CodeQL' },
        reason: 'false_positive',
      },
      actions: expect.arrayContaining(['approve', 'reject']),
    });
    await submit(sarif([result(false)]));
    expect((await find('sqli')).dismissalRequest).toBeUndefined();
    await submit(sarif([result(true, '5.0')]));
    expect(await find('sqli')).toMatchObject({ status: 'dismissed' });
    await submit(sarif([{ ...result(true), line: 4 }]));
    expect(await find('sqli')).toMatchObject({
      status: 'open',
      dismissalRequest: { source: { kind: 'suppression' } },
    });
    expect((await act(BOB, await find('sqli'), 'reject')).outcome).toBe('done');
    await submit(sarif([{ ...result(true), line: 9 }]));
    expect((await find('sqli')).dismissalRequest).toBeUndefined();
  });
});
