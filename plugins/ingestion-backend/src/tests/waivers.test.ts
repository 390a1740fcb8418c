import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  Finding,
  FindingDetail,
  GateAnswer,
  IngestionFacts,
  Waiver,
  WaiverActionRequest,
  WaiverDetail,
  WaiverTarget,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { SampleResult, sarif } from './__testUtils__/sarif';
import {
  CI,
  component,
  ENTITY_REF,
  startIngestion,
  TestIngestion,
} from './__testUtils__/startIngestion';
import { HIGH, LOW } from './__testUtils__/triageSteps';
import { until } from './__testUtils__/until';
import { kevOf, trivyOf } from './__testUtils__/vulnerabilities';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const ANN = 'user:default/ann';
const BOB = 'user:default/bob';
const OWNER = 'user:default/owner';
const CISO = 'user:default/ciso';

const CRITICAL: SampleResult = { ...HIGH, severity: '9.8' };

const ROLES = {
  champion: [BOB],
  appsec: ['user:default/sec'],
  'risk-owner': [OWNER, CISO],
  'ciso-delegate': [CISO],
};

const TIER_3 = { 'synchrony.io/criticality': 'tier-3' };

function group(name: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: parent
      ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
      : [],
  };
}

function daysAhead(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}

describe.each(databases.eachSupportedId())('waivers, %s', id => {
  let database: Knex;
  let ingestion: TestIngestion;

  beforeEach(async () => {
    database = await databases.init(id);
    ingestion = await startIngestion(database, {
      entities: [
        group('payments'),
        group('instant', 'payments'),
        component('payments-api', { annotations: TIER_3 }),
        component('ledger', {
          owner: 'group:default/instant',
          annotations: TIER_3,
        }),
        component('core'),
      ],
      config: { waivers: { roles: ROLES } },
      ownershipEntityRefs: ['group:default/payments', 'group:default/instant'],
    });
  });
  afterEach(async () => {
    await ingestion.stop();
  });

  const call = (who: string, path: string, body?: object) => {
    const url = `/api/ingestion${path}`;
    return (
      body ? ingestion.api.post(url).send(body) : ingestion.api.get(url)
    ).set('authorization', mockCredentials.user.header(who));
  };

  async function ask(
    target: WaiverTarget,
    expiresAt = daysAhead(20),
    who = ANN,
  ): Promise<WaiverDetail> {
    const response = await call(who, '/waivers', {
      target,
      reason: 'The fix needs the new driver',
      riskStatement: 'Somebody inside could read hashes',
      treatment: 'mitigate_later',
      expiresAt,
    });
    expect(response.body.error).toBeUndefined();
    expect(response.status).toBe(201);
    return response.body;
  }

  async function act(
    who: string,
    waiverId: string,
    request: WaiverActionRequest,
  ): Promise<WaiverDetail> {
    const response = await call(who, `/waivers/${waiverId}/actions`, request);
    expect(response.body.error).toBeUndefined();
    return response.body;
  }

  /** Asks and has it approved by the champion. */
  async function grant(target: WaiverTarget): Promise<string> {
    const { id: waiverId } = await ask(target);
    await act(BOB, waiverId, { action: 'approve' });
    return waiverId;
  }

  async function findings(status = 'all'): Promise<Finding[]> {
    const response = await ingestion.get('/findings', {
      entityRef: ENTITY_REF,
      status,
    });
    return response.body.items;
  }

  async function one(rule: string): Promise<FindingDetail> {
    const found = (await findings()).find(({ ruleId }) => ruleId === rule);
    return (await ingestion.get(`/findings/${found?.id}`)).body;
  }

  async function facts(entityRef = ENTITY_REF): Promise<IngestionFacts> {
    const { body } = await ingestion.get('/scorecard-facts');
    return body.items.find(
      (item: { entityRef: string }) => item.entityRef === entityRef,
    )?.facts;
  }

  /** Lets the end of a waiver come. */
  async function end(waiverId: string): Promise<void> {
    const at = Date.now() - 1000;
    await database('waivers')
      .where({ id: waiverId })
      .update({ starts_at: at - DAY_MS, expires_at: at, next_at: at });
  }

  const rule: WaiverTarget = {
    kind: 'rule',
    entityRef: ENTITY_REF,
    tool: 'CodeQL',
    ruleId: 'weak-hash',
  };

  it('accepts a finding for a time, and opens it again by itself', async () => {
    await ingestion.submit(sarif([LOW, HIGH]));
    const low = await one('weak-hash');
    const target: WaiverTarget = {
      kind: 'finding',
      entityRef: ENTITY_REF,
      findingIds: [low.id],
    };
    const preview = await call(ANN, '/waivers/preview', { target });
    expect(preview.body).toMatchObject({
      title: `1 finding of ${ENTITY_REF}`,
      hides: { total: 1, bySeverity: { medium: 1 } },
      findings: [{ id: low.id }],
      entities: [{ entityRef: ENTITY_REF, findings: 1 }],
      requirement: { roles: ['champion'], maxDays: 90 },
    });
    const waiver = await ask(target);
    expect(waiver).toMatchObject({
      status: 'requested',
      actions: ['withdraw'],
      approvals: [{ role: 'champion' }],
      findings: [{ id: low.id }],
      log: [{ kind: 'requested', actor: ANN }],
    });
    expect((await one('weak-hash')).status).toBe('open');
    const approved = await act(BOB, waiver.id, { action: 'approve' });
    expect(approved).toMatchObject({
      status: 'active',
      hides: { total: 1, bySeverity: { medium: 1 } },
      approvals: [{ role: 'champion', approvedBy: BOB }],
      actions: ['revoke', 'renew'],
    });
    expect(await one('weak-hash')).toMatchObject({
      status: 'risk_accepted',
      waiverId: waiver.id,
      waivedUntil: waiver.expiresAt,
      dueAt: low.dueAt,
    });
    expect((await ingestion.summary()).open).toMatchObject({
      medium: 0,
      high: 1,
    });
    expect(await facts()).toMatchObject({
      open: { sast: { medium: 0, high: 1 } },
      accepted: { sast: { medium: 1 } },
    });

    await end(waiver.id);
    await ingestion.submit(sarif([LOW, HIGH]), { commit: 'aaaa1111' });
    const open = await one('weak-hash');
    expect(open).toMatchObject({ status: 'open', dueAt: low.dueAt });
    expect(open.waiverId).toBeUndefined();
    expect(open.history.map(({ kind }) => kind)).toEqual([
      'opened',
      'accepted',
      'acceptance_ended',
    ]);
    expect((await facts()).accepted.sast.medium).toBe(0);
    const { body } = await call(ANN, `/waivers/${waiver.id}`);
    expect(body).toMatchObject({ status: 'expired', hides: { total: 0 } });
  });

  it('writes out what the reader may see, as the filter leaves it', async () => {
    const { id: waiverId } = await ask({
      kind: 'check',
      entityRef: ENTITY_REF,
      checkIds: ['code.sast-active'],
    });
    const json = await call(ANN, '/waivers/export?format=json&kind=check');
    expect(JSON.parse(json.text)).toMatchObject([{ id: waiverId }]);
    const none = await call(ANN, '/waivers/export?format=json&kind=advisory');
    expect(JSON.parse(none.text)).toEqual([]);
    const csv = await call(ANN, '/waivers/export?format=csv');
    expect(csv.text.split('\r\n')).toHaveLength(3);
    expect(csv.text).toContain('The fix needs the new driver');
    expect((await call(ANN, '/waivers/export')).status).toBe(400);
  });

  it('tells evidence packs who had approved what by a time', async () => {
    const before = new Date().toISOString();
    const target: WaiverTarget = {
      kind: 'check',
      entityRef: ENTITY_REF,
      checkIds: ['code.sast-active'],
    };
    const waiver = await ask(target);
    const records = async (at: string, entityRef = ENTITY_REF) =>
      (await call(ANN, '/evidence-records', { at, entityRefs: [entityRef] }))
        .body;
    const asked = await records(new Date().toISOString());
    expect(asked).toMatchObject({
      records: [
        {
          kind: 'waiver',
          id: waiver.id,
          status: 'requested',
          steps: [{ what: 'requested', by: ANN }],
        },
      ],
      withheld: false,
    });
    const then = new Date().toISOString();
    const first = await records(then);
    await act(ANN, waiver.id, { action: 'withdraw' });
    expect(await records(then)).toEqual(first);
    expect((await records(new Date().toISOString())).records).toEqual([]);
    expect((await records(before)).records).toEqual([]);
    // What may not be read looks like what is not there.
    expect(await records(then, 'component:default/unknown')).toEqual({
      records: [],
      withheld: true,
    });
    const wrong = await call(ANN, '/evidence-records', {
      at: daysAhead(1),
      entityRefs: [ENTITY_REF],
    });
    expect(wrong.status).toBe(400);
  });

  it('ends with nobody signed in and no report', async () => {
    await ingestion.submit(sarif([LOW]));
    const waiverId = await grant(rule);
    expect((await one('weak-hash')).status).toBe('risk_accepted');
    await end(waiverId);
    await ingestion.stop();
    ingestion = await startIngestion(database, {
      entities: [component('payments-api', { annotations: TIER_3 })],
    });
    await until(async () => (await one('weak-hash')).status === 'open');
    expect(
      (await database('waiver_events').where({ waiver_id: waiverId })).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['requested', 'approved', 'activated', 'expiring', 'expired']);
  });

  it('opens what people raised above what was approved', async () => {
    await ingestion.submit(sarif([LOW]));
    await grant(rule);
    const { id: findingId } = await one('weak-hash');
    const { body } = await call(ANN, '/findings/actions', {
      ids: [findingId],
      action: 'adjustSeverity',
      severity: 'critical',
      text: 'reachable from the internet',
    });
    expect(body.results).toEqual([{ id: findingId, outcome: 'done' }]);
    expect(await one('weak-hash')).toMatchObject({
      status: 'open',
      severity: 'critical',
      sourceSeverity: 'medium',
    });
  });

  it('lets nobody approve alone what needs two, or what they asked for', async () => {
    await ingestion.submit(sarif([CRITICAL]));
    const target = { ...rule, ruleId: 'sqli' };
    const tooLong = await call(CISO, '/waivers', {
      target,
      reason: 'r',
      riskStatement: 's',
      treatment: 'accept',
      expiresAt: daysAhead(31),
    });
    expect(tooLong.status).toBe(422);
    expect(tooLong.body.error.message).toContain('at most 30 days');

    const own = await ask(target, daysAhead(20), CISO);
    expect(own.requirement?.roles).toEqual(['risk-owner', 'ciso-delegate']);
    const refused = await call(CISO, `/waivers/${own.id}/actions`, {
      action: 'approve',
    });
    expect(refused.status).toBe(403);

    const waiver = await ask(target);
    for (const who of [ANN, BOB]) {
      const { status } = await call(who, `/waivers/${waiver.id}/actions`, {
        action: 'approve',
      });
      expect(status).toBe(403);
    }
    const first = await act(CISO, waiver.id, { action: 'approve' });
    expect(first).toMatchObject({
      status: 'requested',
      approvals: [
        { role: 'risk-owner', approvedBy: CISO },
        { role: 'ciso-delegate' },
      ],
      actions: ['reject'],
    });
    const again = await call(CISO, `/waivers/${waiver.id}/actions`, {
      action: 'approve',
      role: 'ciso-delegate',
    });
    expect(again.status).toBe(403);
    expect((await one('sqli')).status).toBe('open');
  });

  it('takes two people, each in a role', async () => {
    await ingestion.submit(sarif([CRITICAL]));
    const waiver = await ask({ ...rule, ruleId: 'sqli' });
    await act(CISO, waiver.id, { action: 'approve', role: 'ciso-delegate' });
    const active = await act(OWNER, waiver.id, { action: 'approve' });
    expect(active.approvals).toMatchObject([
      { role: 'risk-owner', approvedBy: OWNER },
      { role: 'ciso-delegate', approvedBy: CISO },
    ]);
    expect(await one('sqli')).toMatchObject({ status: 'risk_accepted' });
    const revoked = await act(ANN, waiver.id, {
      action: 'revoke',
      text: 'it is exploited',
    });
    expect(revoked).toMatchObject({ status: 'revoked', hides: { total: 0 } });
    expect(await one('sqli')).toMatchObject({ status: 'open' });
  });

  it('covers what a scan brings later, and nothing worse than was approved', async () => {
    await ingestion.submit(sarif([LOW]));
    const waiverId = await grant(rule);
    const later = { ...LOW, path: 'src/z.ts' };
    await ingestion.submit(sarif([LOW, later]));
    expect((await findings('risk_accepted')).length).toBe(2);

    await ingestion.submit(sarif([later]), { commit: 'aaaa1111' });
    await ingestion.submit(sarif([LOW, later]), { commit: 'aaaa2222' });
    expect((await findings('risk_accepted')).length).toBe(2);

    const worse = { ...LOW, severity: '8.1' };
    await ingestion.submit(sarif([worse, { ...later, severity: '8.1' }]));
    const open = await findings('open');
    expect(open.map(({ severity }) => severity)).toEqual(['high', 'high']);
    const { history } = (await ingestion.get(`/findings/${open[0].id}`)).body;
    expect(history.at(-1)).toMatchObject({
      kind: 'reopened',
      note: 'it is high now, worse than what was accepted',
    });
    const { body } = await call(ANN, `/waivers/${waiverId}`);
    expect(body).toMatchObject({ hides: { total: 0 } });
  });

  it('ends a waiver of findings when they are resolved or became worse', async () => {
    await ingestion.submit(sarif([LOW]));
    const named = async (): Promise<WaiverTarget> => ({
      kind: 'finding',
      entityRef: ENTITY_REF,
      findingIds: [(await one('weak-hash')).id],
    });
    const first = await grant(await named());
    await ingestion.submit(sarif([]));
    expect((await call(ANN, `/waivers/${first}`)).body.status).toBe(
      'fulfilled',
    );
    await ingestion.submit(sarif([LOW]), { commit: 'aaaa1111' });
    expect((await one('weak-hash')).status).toBe('open');

    const second = await grant(await named());
    await ingestion.submit(sarif([{ ...LOW, severity: '9.9' }]));
    const { body } = await call(ANN, `/waivers/${second}`);
    expect(body.status).toBe('revoked');
    expect(body.log.at(-1).actor).toBeUndefined();
    expect((await one('weak-hash')).status).toBe('open');
  });

  it('hands a finding on to the next waiver when the one that decided ends', async () => {
    await ingestion.submit(sarif([LOW]));
    const wide = await grant(rule);
    const { id: findingId } = await one('weak-hash');
    const narrow = await grant({
      kind: 'finding',
      entityRef: ENTITY_REF,
      findingIds: [findingId],
    });
    expect((await one('weak-hash')).waiverId).toBe(narrow);
    await act(ANN, narrow, { action: 'revoke', text: 'one is enough' });
    expect(await one('weak-hash')).toMatchObject({
      status: 'risk_accepted',
      waiverId: wide,
    });
  });

  it('accepts an advisory in all that a group and the groups below own', async () => {
    const trivy = JSON.stringify({
      SchemaVersion: 2,
      ArtifactName: '.',
      ArtifactType: 'repository',
      Results: [
        {
          Target: 'package-lock.json',
          Class: 'lang-pkgs',
          Type: 'npm',
          Vulnerabilities: ['CVE-2026-1111', 'CVE-2026-2222'].map(cve => ({
            VulnerabilityID: cve,
            PkgName: 'left',
            InstalledVersion: '1.0.0',
            Severity: 'MEDIUM',
            PkgIdentifier: { PURL: 'pkg:npm/left@1.0.0' },
          })),
        },
      ],
    });
    const ledger = 'component:default/ledger';
    await ingestion.submit(trivy);
    await ingestion.submit(trivy, { entityRef: ledger });
    const target: WaiverTarget = {
      kind: 'advisory',
      groupRef: 'group:default/payments',
      advisoryId: 'CVE-2026-1111',
    };
    const { body } = await until(async () => {
      const response = await call(ANN, '/waivers/preview', { target });
      return response.body.entityCount === 3 && response;
    });
    expect(body).toMatchObject({
      hides: { total: 2 },
      entityCount: 3,
      // One of the entities names no tier.
      requirement: { roles: ['risk-owner', 'ciso-delegate'] },
    });
    const waiver = await ask(target);
    await act(OWNER, waiver.id, { action: 'approve' });
    const active = await act(CISO, waiver.id, { action: 'approve' });
    expect(active.hides.total).toBe(2);
    const accepted = await ingestion.get('/findings', {
      status: 'risk_accepted',
    });
    expect(
      accepted.body.items.map((item: Finding) => [item.entityRef, item.ruleId]),
    ).toEqual(
      expect.arrayContaining([
        [ENTITY_REF, 'CVE-2026-1111'],
        [ledger, 'CVE-2026-1111'],
      ]),
    );
    expect(accepted.body.items).toHaveLength(2);

    const bought = await ask({
      kind: 'rule',
      entityRef: ledger,
      package: 'pkg:npm/left',
    });
    expect(bought.findings.map(({ ruleId }) => ruleId).sort()).toEqual([
      'CVE-2026-1111',
      'CVE-2026-2222',
    ]);
    const list = await call(ANN, '/waivers?ownedBy=group:default/instant');
    expect(list.body.items.map((item: Waiver) => item.id).sort()).toEqual(
      [bought.id, waiver.id].sort(),
    );
  });

  it('tells the gate until when something is accepted, also on a branch', async () => {
    await ingestion.submit(sarif([LOW]), { ref: 'main' });
    const waiver = await ask({ ...rule, ruleId: 'sqli' });
    await act(OWNER, waiver.id, { action: 'approve' });
    await act(CISO, waiver.id, { action: 'approve' });
    await ingestion.submit(sarif([LOW, HIGH]), { ref: 'fix' });
    const { body } = await ingestion.api
      .post('/api/ingestion/gate')
      .set('authorization', mockCredentials.user.header(ANN))
      .send({ entityRef: ENTITY_REF, ref: 'fix' });
    const answer: GateAnswer = body;
    expect(answer.counts).toMatchObject({ accepted: 1, new: { high: 0 } });
    expect(answer.reasons).toContainEqual(
      expect.objectContaining({
        kind: 'accepted',
        verdict: 'pass',
        waivedUntil: waiver.expiresAt,
      }),
    );
  });

  it('waives checks, also of an entity that never sent a report', async () => {
    const entityRef = 'component:default/ledger';
    const waiver = await ask({
      kind: 'check',
      entityRef,
      checkIds: ['code.sast-active'],
    });
    expect(waiver.requirement?.roles).toEqual(['appsec']);
    await act('user:default/sec', waiver.id, { action: 'approve' });
    expect((await facts(entityRef)).waivers.checks).toEqual({
      'code.sast-active': Date.parse(waiver.expiresAt),
    });
    const summary = await ingestion.get(
      '/entities/default/component/ledger/summary',
    );
    expect(summary.body.hasReports).toBe(false);
    await act(ANN, waiver.id, { action: 'revoke', text: 'it runs now' });
    expect((await facts(entityRef)).waivers.checks).toEqual({});
  });

  it('continues a waiver by another one that needs its own approval', async () => {
    await ingestion.submit(sarif([LOW]));
    const first = await grant(rule);
    const renewed = await act(ANN, first, {
      action: 'renew',
      text: 'the driver is late',
      expiresAt: daysAhead(40),
    });
    expect(renewed).toMatchObject({
      status: 'requested',
      renewedFrom: first,
      renewals: 1,
    });
    const old = (await call(ANN, `/waivers/${first}`)).body;
    expect(old.renewedBy).toBe(renewed.id);
    expect(old.actions).not.toContain('renew');
    const waiting = await act(BOB, renewed.id, { action: 'approve' });
    expect(waiting).toMatchObject({
      status: 'approved',
      startsAt: old.expiresAt,
    });
    expect((await one('weak-hash')).waiverId).toBe(first);
  });

  it('lets only one of two continue a waiver at once', async () => {
    await ingestion.submit(sarif([LOW]));
    const first = await grant(rule);
    const answers = await Promise.all(
      ['one', 'other'].map(text =>
        call(ANN, `/waivers/${first}/actions`, {
          action: 'renew',
          text,
          expiresAt: daysAhead(40),
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(
      (await database('waivers').where({ renewed_from: first })).length,
    ).toBe(1);
    const { body } = await call(ANN, `/waivers/${first}`);
    const renewed = (body as WaiverDetail).log.filter(
      ({ kind }) => kind === 'renewed',
    );
    expect(renewed).toHaveLength(1);
  });

  describe('of what is known to be exploited', () => {
    const ONE = 'CVE-2026-1001';
    const TWO = 'CVE-2026-1002';
    const report = trivyOf([
      { id: ONE, severity: 'MEDIUM' },
      { id: TWO, severity: 'MEDIUM' },
    ]);
    const bought = (cve: string): WaiverTarget => ({
      kind: 'rule',
      entityRef: ENTITY_REF,
      package: `pkg:npm/of-${cve}`,
    });
    const named = async (cve: string): Promise<WaiverTarget> => ({
      kind: 'finding',
      entityRef: ENTITY_REF,
      findingIds: [(await one(cve)).id],
    });

    async function loadKev(...ids: string[]): Promise<void> {
      const { status } = await ingestion.api
        .put('/api/ingestion/threat-intelligence/kev')
        .set('authorization', CI)
        .set('content-type', 'application/octet-stream')
        .send(kevOf(Object.fromEntries(ids.map(cve => [cve, '2026-11-01']))));
      expect(status).toBe(200);
    }

    async function grantByTwo(target: WaiverTarget): Promise<string> {
      const { id: waiverId } = await ask(target);
      await act(OWNER, waiverId, { action: 'approve' });
      await act(CISO, waiverId, { action: 'approve' });
      return waiverId;
    }

    it('takes two people, for 30 days, and says why', async () => {
      await loadKev(ONE);
      await ingestion.submit(report);
      const preview = await call(ANN, '/waivers/preview', {
        target: bought(ONE),
      });
      expect(preview.body.requirement).toMatchObject({
        roles: ['risk-owner', 'ciso-delegate'],
        maxDays: 30,
        worstSeverity: 'medium',
        kev: true,
      });
      expect(preview.body.requirement.because).toContain(
        'It hides what is known to be exploited (KEV), which counts as critical.',
      );
      const other = await call(ANN, '/waivers/preview', {
        target: bought(TWO),
      });
      expect(other.body.requirement.roles).toEqual(['champion']);

      const waivers = [
        await grantByTwo(await named(ONE)),
        await grantByTwo(bought(ONE)),
      ];
      await ingestion.submit(report, { commit: 'aaaa1111' });
      expect(await one(ONE)).toMatchObject({ status: 'risk_accepted' });
      for (const waiverId of waivers) {
        const { body } = await call(ANN, `/waivers/${waiverId}`);
        expect(body.status).toBe('active');
      }
    });

    it('opens again what becomes so, with nobody signed in', async () => {
      await ingestion.submit(report);
      const narrow = await grant(await named(ONE));
      const wide = await grant(bought(TWO));
      expect((await findings('risk_accepted')).length).toBe(2);

      await loadKev(ONE, TWO);
      await until(async () => (await findings('open')).length === 2);
      for (const cve of [ONE, TWO]) {
        expect((await one(cve)).history).toContainEqual(
          expect.objectContaining({
            kind: 'reopened',
            note: 'it is known to be exploited (KEV) now, worse than what was accepted',
          }),
        );
      }
      const revoked: WaiverDetail = (await call(ANN, `/waivers/${narrow}`))
        .body;
      expect(revoked.status).toBe('revoked');
      expect(revoked.log.at(-1)).toMatchObject({
        note: 'what it named is known to be exploited now (KEV), which was not approved',
      });
      expect(revoked.log.at(-1)?.actor).toBeUndefined();
      const { body } = await call(ANN, `/waivers/${wide}`);
      expect(body).toMatchObject({ status: 'active', hides: { total: 0 } });

      await ingestion.submit(report, { commit: 'aaaa1111' });
      expect((await findings('open')).length).toBe(2);
      await grantByTwo(bought(TWO));
      expect((await one(TWO)).status).toBe('risk_accepted');
    });

    it('looks again at what was approved before the list was kept to', async () => {
      await loadKev(ONE);
      await ingestion.submit(report);
      await grantByTwo(bought(ONE));
      expect((await one(ONE)).status).toBe('risk_accepted');
      await ingestion.stop();
      const migration = '20261127031000_waivers_kev.js';
      const directory = resolvePackagePath(
        '@synchrony/backstage-plugin-ingestion-backend',
        'migrations',
      );
      await database.migrate.down({ directory, name: migration });
      await database.migrate.up({ directory, name: migration });
      ingestion = await startIngestion(database, {
        entities: [component('payments-api', { annotations: TIER_3 })],
      });
      await until(async () => (await one(ONE)).status === 'open');
    });
  });

  it('pages the register by what ends first', async () => {
    const days = [9, 3, 6];
    for (const ahead of days) {
      await ask({ ...rule, ruleId: `r${ahead}` }, daysAhead(ahead));
    }
    const first = (await call(ANN, '/waivers?limit=2')).body;
    expect(first).toMatchObject({ totalItems: 3 });
    const second = (
      await call(ANN, `/waivers?limit=2&cursor=${first.pageInfo.nextCursor}`)
    ).body;
    expect(
      [...first.items, ...second.items].map(({ target }) => target.ruleId),
    ).toEqual(['r3', 'r6', 'r9']);
    expect(second.pageInfo.nextCursor).toBeUndefined();
    const soon = await call(
      ANN,
      `/waivers?status=requested&kind=rule&expiringBefore=${daysAhead(4)}`,
    );
    expect(soon.body.items).toHaveLength(1);
  });

  it('says what of a request is wrong', async () => {
    for (const [target, path] of [
      [{ kind: 'rule', entityRef: ENTITY_REF, tool: 'x' }, 'body.target'],
      [
        { kind: 'rule', entityRef: ENTITY_REF, package: 'pkg:npm/a@1' },
        'body.target.package',
      ],
      [
        { kind: 'advisory', groupRef: ENTITY_REF, advisoryId: 'CVE-2026-1111' },
        'body.target.groupRef',
      ],
      [
        { kind: 'finding', entityRef: ENTITY_REF, findingIds: ['nope'] },
        'body.target.findingIds',
      ],
    ] as const) {
      const { body, status } = await call(ANN, '/waivers/preview', { target });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body.error.details.path).toBe(path);
    }
    expect((await call(ANN, '/waivers/none')).status).toBe(404);
    expect((await database('waivers')).length).toBe(0);
  });
});
