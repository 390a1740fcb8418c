import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { Readable } from 'node:stream';
import { UploadTokenStore } from '../store/UploadTokenStore';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { sarif } from './__testUtils__/sarif';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ENTITY_REF = 'component:default/payments-api';
const REPORT = sarif([{ rule: 'sqli', path: 'src/a.ts', line: 3 }]);
const credentials = mockCredentials.service('ci');

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('quarantine, %s', id => {
  async function setUp(options: { start?: boolean } = {}) {
    const catalog = {
      rows: new Map<string, EntityRow>(),
      away: false,
    };
    const database = await databases.init(id);
    const test = await createTestIngestion(
      database,
      {
        get: async refs => {
          if (catalog.away) {
            throw new ServiceUnavailableError('The catalog does not answer');
          }
          return new Map(refs.map(ref => [ref, catalog.rows.get(ref)]));
        },
      },
      options,
    );
    const submit = (submitter: BackstageCredentials = credentials) =>
      test.ingestion.submissions.submit(submitter, {
        parameters: {
          entityRef: ENTITY_REF,
          complete: true,
          emptyMeansClean: false,
        },
        body: Readable.from([Buffer.from(REPORT)]),
      });
    const status = async (reportId: string) =>
      test.ingestion.receipts.get(credentials, reportId, {
        seconds: 20,
        signal: new AbortController().signal,
      });
    return { ...test, catalog, database, submit, status };
  }

  it('holds a report of an unknown entity until it appears', async () => {
    const { catalog, ingestion, status, stop, submit } = await setUp();
    const receipt = await submit();
    expect(receipt).toMatchObject({
      status: 'quarantined',
      reason: 'unknown-entity',
    });
    const row = entityRow(ENTITY_REF);
    catalog.rows.set(ENTITY_REF, row);
    await ingestion.entityChanges.take({ changed: [row], removed: [] });
    expect(await status(receipt.reportId)).toMatchObject({
      status: 'processed',
      counts: { new: 1 },
    });
    await stop();
  });

  it('also finds by itself that the entity appeared', async () => {
    const { catalog, ingestion, status, stop, submit } = await setUp();
    const receipt = await submit();
    catalog.rows.set(ENTITY_REF, entityRow(ENTITY_REF));
    await ingestion.quarantine.review();
    expect((await status(receipt.reportId)).status).toBe('processed');
    await stop();
  });

  it('gives up after 30 days', async () => {
    const { clock, ingestion, status, stop, submit } = await setUp();
    const receipt = await submit();
    clock.advanceDays(29);
    await ingestion.quarantine.review();
    expect((await status(receipt.reportId)).status).toBe('quarantined');
    clock.advanceDays(2);
    await ingestion.quarantine.review();
    expect(await status(receipt.reportId)).toMatchObject({
      status: 'rejected',
      error: { message: expect.stringContaining('30 days') },
    });
    await stop();
  });

  it('checks again whether the submitter may write the entity', async () => {
    const { catalog, config, ingestion, status, stop, submit } = await setUp();
    const receipt = await submit();
    config.submitters.splice(0);
    const row = entityRow(ENTITY_REF);
    catalog.rows.set(ENTITY_REF, row);
    await ingestion.entityChanges.take({ changed: [row], removed: [] });
    expect((await status(receipt.reportId)).status).toBe('rejected');
    await stop();
  });

  it.each([
    ['owns it', 'user:default/mock', 'processed'],
    ['is in the team that owns it', 'group:default/payments', 'processed'],
    ['does not own it any more', 'group:default/ledger', 'rejected'],
  ])(
    'looks again at what a person sent who %s',
    async (_, ownerRef, outcome) => {
      const { catalog, ingestion, status, stop, submit } = await setUp({
        start: false,
      });
      const user = mockCredentials.user('user:default/mock');
      const row = { ...entityRow(ENTITY_REF), ownerRef: 'user:default/mock' };
      catalog.rows.set(ENTITY_REF, row);
      const receipt = await submit(user);
      catalog.rows.delete(ENTITY_REF);
      ingestion.loop.start();
      expect((await status(receipt.reportId)).status).toBe('quarantined');
      const back = { ...row, ownerRef };
      catalog.rows.set(ENTITY_REF, back);
      await ingestion.entityChanges.take({ changed: [back], removed: [] });
      expect((await status(receipt.reportId)).status).toBe(outcome);
      await stop();
    },
  );

  it.each(['is valid', 'expired', 'was revoked'])(
    'holds what an upload token sent, and looks at it again: it %s',
    async fate => {
      const { catalog, clock, ingestion, status, stop, submit } = await setUp();
      const user = mockCredentials.user();
      const { id: tokenId } = await ingestion.uploadTokens.mint(user, {
        name: 'CI',
        entityRefs: [ENTITY_REF],
        expiresInDays: 1,
      });
      const receipt = await submit(
        mockCredentials.service(`upload-token:${tokenId}`),
      );
      expect(receipt.status).toBe('quarantined');
      if (fate === 'expired') {
        clock.advanceDays(2);
      }
      if (fate === 'was revoked') {
        await ingestion.uploadTokens.revoke(user, tokenId);
      }
      const row = entityRow(ENTITY_REF);
      catalog.rows.set(ENTITY_REF, row);
      await ingestion.entityChanges.take({ changed: [row], removed: [] });
      expect((await status(receipt.reportId)).status).toBe(
        fate === 'was revoked' ? 'rejected' : 'processed',
      );
      await stop();
    },
  );

  it.each([true, false])(
    'looks again whether a pipeline is still bound: %p',
    async stillBound => {
      const {
        catalog,
        clock,
        config,
        database,
        ingestion,
        status,
        stop,
        submit,
      } = await setUp();
      config.oidc.push({
        issuer: 'https://issuer.example',
        audience: 'synchrony',
        jwksUri: 'https://issuer.example/keys',
        provider: 'github',
        bindings: [
          {
            owner: 'larkhill',
            repository: 'payments',
            entities: [ENTITY_REF],
            fromCatalog: false,
          },
        ],
      });
      const tokenId = '0'.repeat(24);
      await new UploadTokenStore(database).insert(database, {
        id: tokenId,
        name: 'larkhill/payments',
        secretHash: '',
        entityRefs: [ENTITY_REF],
        origin: JSON.stringify({
          issuer: 'https://issuer.example',
          owner: 'larkhill',
          repository: 'payments',
        }),
        createdBy: 'https://issuer.example',
        createdAt: clock.read().getTime(),
        expiresAt: clock.read().getTime() + 1,
      });
      const receipt = await submit(
        mockCredentials.service(`upload-token:${tokenId}`),
      );
      clock.advanceDays(20);
      await ingestion.retention.sweep();
      if (!stillBound) {
        config.oidc[0].bindings.splice(0);
      }
      const row = entityRow(ENTITY_REF);
      catalog.rows.set(ENTITY_REF, row);
      await ingestion.entityChanges.take({ changed: [row], removed: [] });
      expect((await status(receipt.reportId)).status).toBe(
        stillBound ? 'processed' : 'rejected',
      );
      clock.advanceDays(20);
      await ingestion.retention.sweep();
      expect(await database('upload_tokens')).toEqual([]);
      await stop();
    },
  );

  it('takes a catalog that is away for no answer', async () => {
    const { catalog, clock, ingestion, status, stop, submit } = await setUp();
    catalog.away = true;
    const receipt = await submit();
    expect(receipt.status).toBe('received');
    await ingestion.loop.idle();
    catalog.away = false;
    catalog.rows.set(ENTITY_REF, entityRow(ENTITY_REF));
    clock.advanceDays(1);
    ingestion.loop.nudge();
    expect((await status(receipt.reportId)).status).toBe('processed');
    await stop();
  });

  it('withdraws the facts of an entity that vanished, and resumes', async () => {
    const { catalog, feed, ingestion, status, stop, submit } = await setUp();
    const row = entityRow(ENTITY_REF);
    catalog.rows.set(ENTITY_REF, row);
    const receipt = await submit();
    await status(receipt.reportId);
    expect(feed.facts.get(ENTITY_REF)).toMatchObject({
      open: { sast: { high: 1 } },
      coverage: { sast: { state: 'active', tool: 'CodeQL' } },
    });
    await ingestion.entityChanges.take({ changed: [], removed: [ENTITY_REF] });
    expect(feed.facts.get(ENTITY_REF)).toBeNull();
    const list = () => ingestion.findings.list(credentials, {});
    expect((await list()).totalItems).toBe(0);
    await ingestion.entityChanges.take({ changed: [row], removed: [] });
    expect(feed.facts.get(ENTITY_REF)).not.toBeNull();
    expect((await list()).totalItems).toBe(1);
    await stop();
  });

  it('follows another default branch', async () => {
    const { catalog, feed, ingestion, status, stop, submit } = await setUp();
    const row = entityRow(ENTITY_REF);
    catalog.rows.set(ENTITY_REF, row);
    await status((await submit()).reportId);
    const branch = await ingestion.submissions.submit(credentials, {
      parameters: {
        entityRef: ENTITY_REF,
        complete: true,
        emptyMeansClean: false,
        ref: 'develop',
        category: 'other',
      },
      body: Readable.from([
        Buffer.from(sarif([{ rule: 'xss', path: 'src/b.ts', line: 1 }])),
      ]),
    });
    await status(branch.reportId);
    expect(feed.facts.get(ENTITY_REF)?.open.sast.high).toBe(1);
    const changed = entityRow(ENTITY_REF, {
      'synchrony.io/default-branch': 'develop',
    });
    await ingestion.entityChanges.take({ changed: [changed], removed: [] });
    expect(feed.facts.get(ENTITY_REF)?.open.sast.high).toBe(2);
    await stop();
  });

  it('recomputes due dates when the tier changes, and what time changes', async () => {
    const { catalog, clock, feed, ingestion, status, stop, submit } =
      await setUp();
    const row = entityRow(ENTITY_REF);
    catalog.rows.set(ENTITY_REF, row);
    await status((await submit()).reportId);
    clock.advanceDays(20);
    await ingestion.facts.recompute([ENTITY_REF]);
    expect(feed.facts.get(ENTITY_REF)).toMatchObject({
      overdue: { sast: { high: 0 } },
      coverage: { sast: { state: 'stale' } },
    });
    const changed = entityRow(ENTITY_REF, {
      'synchrony.io/criticality': 'tier-1',
      'synchrony.io/exposure': 'internet',
    });
    await ingestion.entityChanges.take({ changed: [changed], removed: [] });
    expect(feed.facts.get(ENTITY_REF)?.overdue.sast.high).toBe(1);
    await stop();
  });
});
