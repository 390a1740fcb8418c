import { randomUUID } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  codeScanning,
  dependabot,
  deploymentStatus,
  hour,
  ofRepository,
  REPOSITORY,
  secretScanning,
  SECRET,
  signatureOf,
  workflowRun,
} from './__testUtils__/githubEvents';
import { sarif } from './__testUtils__/sarif';
import {
  component,
  startIngestion,
  StartOptions,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { until } from './__testUtils__/until';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const NEXT_SECRET = 'the secret that takes over';

const CONFIG = {
  webhooks: {
    github: [
      { secret: SECRET, owner: 'Larkhill' },
      { secret: NEXT_SECRET, repositories: [REPOSITORY] },
    ],
  },
};

const SLUG = { 'github.com/project-slug': 'Larkhill/Payments' };

const running: TestIngestion[] = [];

const OTHERS = {
  mono: 'larkhill/mono',
  unknown: 'larkhill/unknown',
};

const ENTITIES = [
  component('payments-api', { annotations: SLUG }),
  component('other'),
  ...['ledger', 'cards'].map(name =>
    component(name, {
      annotations: {
        'github.com/project-slug': OTHERS.mono,
        'backstage.io/source-location': `url:https://github.com/${OTHERS.mono}/tree/main/services/${name}/`,
      },
    }),
  ),
];

/** Forgets everything but the catalog. */
async function clear(database: Knex): Promise<void> {
  for (const table of [
    'reports',
    'report_chunks',
    'report_queue',
    'findings',
    'finding_events',
    'presences',
    'scopes',
    'coverage',
    'entity_states',
    'deployments',
    'pipeline_runs',
    'delivery_states',
  ]) {
    await database(table).delete();
  }
}

async function start(database: Knex, options: StartOptions = {}) {
  const ingestion = await startIngestion(database, {
    entities: ENTITIES,
    config: CONFIG,
    ...options,
  });
  running.push(ingestion);
  await until(async () => {
    const known = await database('synchrony_entities').pluck('entity_ref');
    return known.length >= (options.entities ?? ENTITIES).length;
  });
  const post = (
    event: string,
    body: string,
    headers: Record<string, string> = {},
  ) =>
    ingestion.api
      .post('/api/ingestion/webhooks/github')
      .set({
        'content-type': 'application/json',
        'x-github-event': event,
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': signatureOf(body),
        ...headers,
      })
      .send(body);
  const send = (
    event: string,
    payload: object,
    headers?: Record<string, string>,
  ) => post(event, JSON.stringify(payload), headers);
  return {
    ...ingestion,
    post,
    send,
    /** Sends an event of an alert and waits until it is processed. */
    async tell(event: string, payload: object) {
      const response = await send(event, payload);
      expect(response.body).toMatchObject({ status: 'accepted' });
      expect(response.status).toBe(202);
      const row = await until(() =>
        database('reports')
          .where({ id: response.body.reportId })
          .whereNotNull('processed_at')
          .first(),
      );
      expect(row.error).toBeNull();
      return row;
    },
    findings: async (): Promise<Record<string, unknown>[]> =>
      database('findings').orderBy('id'),
  };
}

afterAll(async () => {
  for (const ingestion of running.splice(0)) {
    await ingestion.stop();
  }
});

describe.each(databases.eachSupportedId())('alerts, %s', id => {
  let database: Knex;
  let ingestion: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    database = await databases.init(id);
    ingestion = await start(database);
  });
  afterEach(() => clear(database));

  const KINDS = [
    {
      event: 'code_scanning_alert',
      make: codeScanning,
      gone: ['fixed', { state: 'fixed' }],
    },
    {
      event: 'dependabot_alert',
      make: dependabot,
      gone: ['fixed', { state: 'fixed' }],
    },
    {
      event: 'secret_scanning_alert',
      make: secretScanning,
      gone: ['resolved', { resolution: 'revoked' }],
    },
  ] as const;

  it('open, end and open again, each by itself and in any order', async () => {
    const { findings, tell } = ingestion;
    const statuses = async () =>
      (await findings()).map(({ status }) => status).sort();
    for (const { event, make } of KINDS) {
      await tell(event, make('created', { updated_at: hour(1) }));
    }
    expect(await statuses()).toEqual(['open', 'open', 'open']);
    for (const [index, { event, gone, make }] of KINDS.entries()) {
      const [action, alert] = gone;
      const ended = await tell(
        event,
        make(action, { ...alert, updated_at: hour(3) }),
      );
      expect(JSON.parse(ended.counts)).toMatchObject({ resolved: 1 });
      expect(
        (await statuses()).filter(status => status === 'resolved'),
      ).toHaveLength(index + 1);
      // What GitHub said before that arrives too late to count.
      const late = await tell(event, make('reopened', { updated_at: hour(2) }));
      expect(late).toMatchObject({ reason: 'older' });
    }
    expect(await statuses()).toEqual(['resolved', 'resolved', 'resolved']);
    for (const { event, make } of KINDS) {
      await tell(event, make('reopened', { updated_at: hour(4) }));
    }
    expect(await findings()).toEqual(
      Array.from({ length: 3 }, () =>
        expect.objectContaining({ status: 'open', reopen_count: 1 }),
      ),
    );
  });

  it('take nothing away that another alert or scan has', async () => {
    const { findings, submit, summary, tell } = ingestion;
    await submit(sarif([{ rule: 'js/xss', path: 'src/page.js', line: 3 }]));
    const other = { number: 13, url: 'https://api.github.com/alerts/13' };
    await tell('code_scanning_alert', codeScanning('created'));
    await tell('code_scanning_alert', codeScanning('created', other));
    await tell(
      'code_scanning_alert',
      codeScanning('fixed', { state: 'fixed', fixed_at: hour(5) }),
    );
    const rows = await findings();
    expect(rows.map(({ status }) => status).sort()).toEqual([
      'open',
      'open',
      'resolved',
    ]);
    // Events of alerts are no evidence of a scan.
    await tell('secret_scanning_alert', secretScanning('created'));
    const { coverage } = await summary();
    expect(coverage.find(row => row.controlType === 'secret')?.state).toBe(
      'missing',
    );
  });

  it('that a person dismissed are dismissed below high, and asked for above', async () => {
    const { findings, get, tell } = ingestion;
    const dismissed = {
      state: 'dismissed',
      dismissed_reason: 'false positive',
      dismissed_comment: 'A fixture',
      dismissed_by: { login: 'grace' },
      dismissed_at: hour(2),
    };
    await tell('dependabot_alert', dependabot('created', {}, 'medium'));
    await tell('code_scanning_alert', codeScanning('created', {}, 'high'));
    await tell(
      'dependabot_alert',
      dependabot('dismissed', dismissed, 'medium'),
    );
    await tell(
      'code_scanning_alert',
      codeScanning('closed_by_user', dismissed, 'high'),
    );
    const rows = await findings();
    expect(rows.find(({ type }) => type === 'sca')?.status).toBe('dismissed');
    const high = rows.find(({ type }) => type === 'sast')!;
    expect(high.status).toBe('open');
    const { body } = await get(`/findings/${high.id}`);
    expect(JSON.stringify(body)).toContain('A fixture; by grace on GitHub');
    expect(body.history.map(({ kind }: { kind: string }) => kind)).toContain(
      'suppressed',
    );
    await tell(
      'dependabot_alert',
      dependabot('reopened', { updated_at: hour(3) }),
    );
    expect((await findings()).map(({ status }) => status)).toEqual([
      'open',
      'open',
    ]);
  });

  it('of branches do not count on the default one', async () => {
    const { findings, tell } = ingestion;
    await tell('code_scanning_alert', {
      ...codeScanning('appeared_in_branch'),
      ref: 'refs/pull/4/merge',
    });
    expect((await findings()).map(({ status }) => status)).toEqual([
      'unlisted',
    ]);
  });

  it('leave no value of a secret anywhere', async () => {
    const { findings, tell } = ingestion;
    const secret = 'k3y-0f-th3-v4ult-1234567890';
    const alert = {
      secret,
      resolution: 'false_positive',
      resolution_comment: `${secret} is not ours`,
    };
    await tell('secret_scanning_alert', secretScanning('resolved', alert));
    expect(await findings()).toMatchObject([{ status: 'dismissed' }]);
    const bodies = await database('report_chunks').pluck('data');
    expect(Buffer.concat(bodies).toString('utf8')).toContain('mailchimp');
    expect(Buffer.concat(bodies).toString('utf8')).not.toContain(secret);
    expect(JSON.stringify(await findings())).not.toContain(secret);
  });

  it('delivered again are answered with the first receipt', async () => {
    const { findings, send, tell } = ingestion;
    const headers = { 'x-github-delivery': 'd-1' };
    const payload = codeScanning('created', { updated_at: hour(1) });
    const first = await send('code_scanning_alert', payload, headers);
    await tell(
      'code_scanning_alert',
      codeScanning('fixed', { state: 'fixed', updated_at: hour(2) }),
    );
    const again = await send('code_scanning_alert', payload, headers);
    expect(again.status).toBe(202);
    expect(again.body).toEqual(first.body);
    expect(await database('reports')).toHaveLength(2);
    expect((await findings()).map(({ status }) => status)).toEqual([
      'resolved',
    ]);
  });

  it('go to the component whose folder they are in, or to none', async () => {
    const { send } = ingestion;
    const at = (path: string) =>
      codeScanning('created', {
        most_recent_instance: {
          ref: 'refs/heads/main',
          location: { path, start_line: 1 },
        },
      });
    const mono = (payload: Record<string, unknown>) =>
      ofRepository(OTHERS.mono, payload);
    const found = await send(
      'code_scanning_alert',
      mono(at('services/cards/a.js')),
    );
    expect(found.status).toBe(202);
    expect(await database('reports').pluck('entity_ref')).toEqual([
      'component:default/cards',
    ]);
    for (const [event, payload] of [
      ['code_scanning_alert', at('docs/a.js')],
      ['secret_scanning_alert', secretScanning('created')],
      ['deployment_status', deploymentStatus('success')],
    ] as const) {
      const refused = await send(event, mono(payload));
      expect(refused.status).toBe(422);
      expect(refused.body.error.message).toContain('repository-path');
      expect(refused.body.error.message).not.toContain('ledger');
    }
  });

  it('of a repository that the catalog lacks are refused, and can be redelivered', async () => {
    const { send } = ingestion;
    const payload = ofRepository(OTHERS.unknown, dependabot('created'));
    const headers = { 'x-github-delivery': 'd-2' };
    const refused = await send('dependabot_alert', payload, headers);
    expect(refused.status).toBe(422);
    expect(refused.body.error.message).toContain('github.com/project-slug');
    expect(await database('reports')).toEqual([]);
    await database('synchrony_entities')
      .where({ entity_ref: 'component:default/other' })
      .update({
        annotations: JSON.stringify({
          'github.com/project-slug': OTHERS.unknown,
        }),
      });
    const taken = await send('dependabot_alert', payload, headers);
    expect(taken.status).toBe(202);
  });

  it('and what they make of deployments and runs', async () => {
    const { get, send } = ingestion;
    const deployed = await send(
      'deployment_status',
      deploymentStatus('success'),
    );
    expect(deployed.body).toEqual({ status: 'recorded', applied: true });
    for (const [event, payload] of [
      ['deployment_status', deploymentStatus('in_progress')],
      ['deployment_status', deploymentStatus('inactive')],
      ['workflow_run', workflowRun('requested', { conclusion: null })],
      ['workflow_run', workflowRun('completed', { conclusion: 'skipped' })],
    ] as const) {
      const { body, status } = await send(event, payload);
      expect(status).toBe(202);
      expect(body).toEqual({ status: 'ignored', reason: expect.any(String) });
    }
    await send('workflow_run', workflowRun('completed'));
    const { body: deployments } = await get('/deployments');
    expect(deployments.items).toMatchObject([
      {
        environment: 'production',
        deploymentId: '145',
        outcome: 'succeeded',
        submitter: `github-webhook:${REPOSITORY}`,
      },
    ]);
    const { body: runs } = await get('/pipeline-runs');
    expect(runs.items).toMatchObject([
      { pipeline: '.github/workflows/ci.yml', runId: '289', ref: 'main' },
    ]);
  });
});

describe.each(databases.eachSupportedId())('deliveries, %s', id => {
  let ingestion: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    ingestion = await start(await databases.init(id));
  });
  const body = JSON.stringify(codeScanning('created'));

  it('are signed, byte for byte, with a secret for their repository', async () => {
    const { post } = ingestion;
    const with_ = (signature: string, text = body) =>
      post('code_scanning_alert', text, { 'x-hub-signature-256': signature });
    expect((await with_('')).status).toBe(401);
    expect((await with_(signatureOf(body, 'another secret'))).status).toBe(401);
    expect((await with_(signatureOf(body), `${body} `)).status).toBe(401);
    expect((await with_(signatureOf(body, NEXT_SECRET))).status).toBe(202);
    const foreign = body.replaceAll(REPOSITORY, 'larkhill/other');
    expect(
      (await with_(signatureOf(foreign, NEXT_SECRET), foreign)).status,
    ).toBe(403);
  });

  it('are refused where no secret is set', async () => {
    const { post } = await start(await databases.init(id), {
      config: {},
    });
    expect((await post('ping', '{}')).status).toBe(401);
  });

  it('of other events are left out, with the reason', async () => {
    const { post, send } = ingestion;
    const ping = await send('ping', { zen: 'Keep it logically awesome.' });
    expect([ping.status, ping.body]).toEqual([200, { status: 'pong' }]);
    for (const [event, payload] of [
      ['push', codeScanning('created')],
      ['installation', { action: 'created' }],
    ] as const) {
      const { body: answer, status } = await send(event, payload);
      expect(status).toBe(202);
      expect(answer).toEqual({
        status: 'ignored',
        reason: expect.stringContaining(event),
      });
    }
    expect((await post('push', 'not json')).status).toBe(400);
  });

  it.each([
    [{ 'x-github-event': '' }, 400],
    [{ 'x-github-delivery': '' }, 400],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('say what is wrong with %p', async (headers, status) => {
    const { post } = ingestion;
    const response = await post('push', body, headers);
    expect(response.status).toBe(status);
    expect(response.body.error.details.path).toBe(
      `header.${Object.keys(headers)[0]}`,
    );
  });

  it('name the part that is not as GitHub sends it', async () => {
    const { send } = ingestion;
    for (const [event, payload, path] of [
      ['code_scanning_alert', { ...codeScanning('x'), alert: 1 }, 'body.alert'],
      ['code_scanning_alert', { repository: {} }, 'body.repository.full_name'],
      [
        'workflow_run',
        workflowRun('completed', { head_sha: 'x' }),
        'body.workflow_run.head_sha',
      ],
    ] as const) {
      const response = await send(event, payload);
      expect(response.status).toBe(400);
      expect(response.body.error.details).toEqual({ path });
    }
  });

  it('are not larger than 25 MB', async () => {
    const { post } = ingestion;
    const response = await post('push', 'x'.repeat(26 * 1024 * 1024));
    expect(response.status).toBe(413);
  });
});
