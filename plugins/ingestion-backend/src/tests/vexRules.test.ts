import { Readable } from 'node:stream';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { STATEMENT_STATUSES } from '@synchrony/backstage-plugin-ingestion-common';
import fc from 'fast-check';
import {
  createTestIngestion,
  entityRow,
} from './__testUtils__/createTestIngestion';
import { openvexOf, trivyOf } from './__testUtils__/vex';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const RUNS = 8;
const IDS = ['CVE-2026-1', 'CVE-2026-2', 'CVE-2026-3'];
const HOUR_MS = 60 * 60 * 1000;

jest.setTimeout(180_000);

/** A scan by one of several tools, or a document of one of several authors. */
interface Arrival {
  tool?: string;
  body: string;
}

const flaw = fc.record({
  id: fc.constantFrom(...IDS),
  name: fc.constantFrom('left', 'right'),
});
const scan = fc.record({
  at: fc.nat(5),
  flaws: fc.uniqueArray(flaw, {
    minLength: 1,
    maxLength: 5,
    selector: ({ id, name }) => `${id} ${name}`,
  }),
});
const statement = fc.record({
  id: fc.constantFrom(...IDS),
  status: fc.constantFrom(...STATEMENT_STATUSES),
  product: fc.constantFrom(
    'pkg:npm/left',
    'pkg:npm/right@1.0.0',
    'pkg:npm/right@2.0.0',
    'pkg:oci/app',
  ),
});
const document = fc.record({
  at: fc.nat(5),
  statements: fc.array(statement, { maxLength: 4 }),
});

function timeOf(hours: number): string {
  return new Date(Date.parse('2026-11-20T00:00:00Z') + hours * HOUR_MS)
    .toISOString()
    .replace('.000', '');
}

/** Severities that no tool disagrees about. */
const SEVERITY = {
  'CVE-2026-1': 'MEDIUM',
  'CVE-2026-2': 'HIGH',
  'CVE-2026-3': 'LOW',
} as const;

const arrivals: fc.Arbitrary<Arrival[]> = fc
  .tuple(
    fc.array(scan, { minLength: 1, maxLength: 2 }),
    fc.array(document, { minLength: 1, maxLength: 3 }),
  )
  .map(([scans, documents]) => [
    ...scans.map(({ at, flaws }, index) => ({
      tool: `tool-${index}`,
      body: trivyOf(
        flaws.map(({ id, name }) => ({
          id,
          name,
          severity: SEVERITY[id as keyof typeof SEVERITY],
        })),
        timeOf(at),
      ),
    })),
    ...documents.map(({ at, statements }, index) => ({
      body: openvexOf(statements, { id: `urn:doc-${index}`, at: timeOf(at) }),
    })),
  ]);

describe.each(databases.eachSupportedId())('rules of VEX, %s', id => {
  let test: Awaited<ReturnType<typeof createTestIngestion>>;
  let entities = 0;

  beforeAll(async () => {
    test = await createTestIngestion(await databases.init(id), {
      get: async refs =>
        new Map(
          refs.map(ref => [
            ref,
            entityRow(ref, { 'synchrony.io/vex-products': 'pkg:oci/app' }),
          ]),
        ),
    });
  });
  afterAll(async () => {
    await test.stop();
  });

  /** Where the findings of a new entity stand in the end. */
  async function play(list: Arrival[]) {
    entities += 1;
    const entityRef = `component:default/v${entities}`;
    for (const { body, tool } of list) {
      const { reportId } = await test.ingestion.submissions.submit(
        test.credentials,
        {
          parameters: {
            entityRef,
            tool,
            complete: true,
            emptyMeansClean: false,
          },
          body: Readable.from([Buffer.from(body)]),
        },
      );
      const receipt = await test.ingestion.receipts.get(
        test.credentials,
        reportId,
        { seconds: 30, signal: new AbortController().signal },
      );
      expect(receipt.status).toBe('processed');
      if (tool === undefined) {
        expect(receipt.counts).toMatchObject({ new: 0, resolved: 0 });
      }
    }
    const { items } = await test.ingestion.findings.list(test.credentials, {
      entityRef,
      status: 'all',
    });
    const ends = [];
    for (const item of items) {
      const finding = await test.ingestion.findings.get(
        mockCredentials.user(),
        item.id,
      );
      const { dismissalRequest, status, triage } = finding;
      expect(status).not.toBe('resolved');
      ends.push({
        rule: `${finding.ruleId} ${finding.component?.name}`,
        status,
        triage,
        request: dismissalRequest && { ...dismissalRequest, at: '' },
        statements: finding.statements.map(
          ({ counts, documentId, status: says }) => [documentId, says, counts],
        ),
      });
    }
    const facts = test.feed.facts.get(entityRef);
    return {
      findings: ends.sort((a, b) => (a.rule < b.rule ? -1 : 1)),
      open: facts?.open,
    };
  }

  it('come to the same end in whatever order scans and documents arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        arrivals.chain(list =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, {
              minLength: list.length,
              maxLength: list.length,
            }),
          ),
        ),
        async ([list, shuffled]) => {
          expect(await play(shuffled)).toEqual(await play(list));
        },
      ),
      { numRuns: RUNS },
    );
  });
});
