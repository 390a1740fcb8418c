import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RemediationDay } from '@synchrony/backstage-plugin-ingestion-common';
import Ajv from 'ajv/dist/2020';
import { openApi } from '../openapi';
import { sarif } from './__testUtils__/sarif';
import { CI, ENTITY_REF, startIngestion } from './__testUtils__/startIngestion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const PERIOD = { from: '2026-01-01', to: '2026-11-25' };

jest.setTimeout(60_000);

const report = (...rules: string[]) =>
  sarif(rules.map(rule => ({ rule, path: `src/${rule}.ts`, line: 1 })));

describe.each(databases.eachSupportedId())('remediation, %s', id => {
  it('tells how long findings were open, what fell due and what came back', async () => {
    const test = await startIngestion(await databases.init(id));
    const ask = (body: object) =>
      test.api
        .post('/api/ingestion/remediation')
        .set('authorization', CI)
        .send(body);
    for (const [day, rules] of [
      ['02-01', ['sqli', 'xss', 'csrf']],
      ['02-11', ['xss', 'csrf']],
      ['02-21', ['sqli', 'xss', 'csrf']],
      ['03-03', ['xss', 'csrf']],
      ['10-09', ['csrf']],
    ] as const) {
      await test.submit(report(...rules), {
        startedAt: `2026-${day}T10:00:00Z`,
      });
    }

    const answer = await ask({ entityRefs: [ENTITY_REF], ...PERIOD });
    expect(answer.status).toBe(200);
    const [item] = answer.body.items;
    const totals = item.days.reduce(
      (sum: Record<string, number>, { day: _, ...counts }: RemediationDay) => {
        for (const [name, value] of Object.entries(counts)) {
          sum[name] = (sum[name] ?? 0) + value;
        }
        return sum;
      },
      {},
    );
    expect(item).toMatchObject({ entityRef: ENTITY_REF, open: 1 });
    expect(totals).toMatchObject({
      closed: 2,
      due: 3,
      // One was mended within its days, one after, one not at all.
      breached: 2,
      closings: 3,
      cameBack: 1,
    });
    expect(totals.logDays).toBeCloseTo(Math.log(30) + Math.log(250));
    expect(item.days.map(({ day }: { day: string }) => day)).toEqual(
      expect.arrayContaining(['2026-02-11', '2026-03-03', '2026-10-09']),
    );

    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema(openApi, 'openapi');
    expect(
      ajv.validate(
        { $ref: 'openapi#/components/schemas/Remediation' },
        answer.body,
      ),
    ).toBe(true);

    const later = await ask({
      entityRefs: [ENTITY_REF],
      from: '2026-11-20',
      to: '2026-11-25',
    });
    expect(later.body.items).toEqual([
      { entityRef: ENTITY_REF, open: 1, days: [] },
    ]);
    for (const wrong of [
      { entityRefs: ['nothing'], ...PERIOD },
      { entityRefs: [ENTITY_REF], from: '2026-13-01', to: '2026-11-25' },
      { entityRefs: [ENTITY_REF], from: '2026-11-26', to: '2026-11-25' },
      { entityRefs: [ENTITY_REF], from: '2016-11-26', to: '2026-11-25' },
    ]) {
      expect((await ask(wrong)).status).toBe(400);
    }
    await test.stop();
  });

  it('leaves out what the caller may not read', async () => {
    const test = await startIngestion(await databases.init(id), {
      permissions: { result: AuthorizeResult.DENY },
    });
    const { body, status } = await test.api
      .post('/api/ingestion/remediation')
      .set('authorization', CI)
      .send({ entityRefs: [ENTITY_REF], ...PERIOD });
    expect(status).toBe(200);
    expect(body.items).toEqual([]);
    await test.stop();
  });
});
