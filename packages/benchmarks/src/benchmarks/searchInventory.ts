import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { componentRef } from '../harness/entities';
import { milliseconds, number, ratio } from '../harness/numbers';
import { signIn } from '../harness/signIn';
import { RunningBackend, SERVICE_TOKEN } from '../harness/startBackend';
import { startIngestion } from '../harness/startIngestion';
import { median, repeat } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';

const REACH_SECONDS = 1;
const PREFIX = 'bench_inventory_';

/** Some entities have none of it, the others one of several versions. */
const VERSIONS = ['2.13.3', '2.14.1', '2.16.0', '2.17.1', '2.20.0', undefined];

/** Different packages of all entities together, for each component of one. */
const VARIETY = 4;

/** The SBOM of an entity, which shares most packages with some of the others. */
function sbomOf(entity: number, components: number): string {
  const log4j = VERSIONS[entity % VERSIONS.length];
  const purls = Array.from({ length: components - (log4j ? 1 : 0) }, (_, n) => {
    const name = (entity * 37 + n) % (components * VARIETY);
    return `pkg:npm/package-${name}@1.${(entity + n) % 5}.0`;
  });
  if (log4j) {
    purls.push(`pkg:maven/org.apache.logging.log4j/log4j-core@${log4j}`);
  }
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: componentRef(entity) } },
    components: purls.map(purl => ({
      'bom-ref': purl,
      type: 'library',
      name: purl.split('/').at(-1)?.split('@')[0],
      version: purl.split('@').at(-1),
      purl,
    })),
  });
}

async function fill(
  context: BenchmarkContext,
  backend: RunningBackend,
  client: LoadClient,
): Promise<void> {
  const { componentsOfInventory, inventories } = context.sizes;
  const file = path.join(context.folder, 'bom.json');
  for (let entity = 0; entity < inventories; entity += 1) {
    await writeFile(file, sbomOf(entity, componentsOfInventory));
    await client.submit({
      baseUrl: backend.baseUrl,
      entityRef: componentRef(entity),
      file,
      token: SERVICE_TOKEN,
    });
  }
}

/** Fails unless every entity is in a bucket, so that nothing else is timed. */
async function requireAnswer(
  url: string,
  token: string,
  entities: number,
): Promise<void> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { counts } = await response.json();
  const expected = VERSIONS.filter(version => version?.startsWith('2.1'));
  const least = Math.floor(entities / VERSIONS.length) * (expected.length - 1);
  const total = counts.affected + counts.notAffected;
  if (total !== entities || counts.affected < least) {
    throw new Error(`The search answered ${JSON.stringify(counts)}`);
  }
}

export const searchInventory: Benchmark = {
  name: 'inventory',
  title: 'Who has a package',
  async run(context): Promise<Comparison[]> {
    const { componentsOfInventory, inventories, loadSeconds, runs } =
      context.sizes;
    const client = new LoadClient();
    const backend = await startIngestion(context.postgres, PREFIX, inventories);
    const url = `${backend.baseUrl}/api/ingestion/inventory/components`;
    const ask = (query: string) => `${url}?${new URLSearchParams(query)}`;
    const search = ask('package=log4j-core&version=<2.17.0&limit=100');
    const nothing = ask('package=no-such-package&version=<2.17.0&limit=100');
    try {
      context.progress(`storing ${number(inventories)} SBOMs`);
      await fill(context, backend, client);
      const token = await signIn(backend.baseUrl);
      await requireAnswer(search, token, inventories);
      const timesOf = (target: string) =>
        client.load({
          method: 'GET',
          urls: [target],
          token,
          connections: 1,
          seconds: loadSeconds,
        });
      const times = await repeat(runs, async () => ({
        found: await timesOf(search),
        nothing: await timesOf(nothing),
      }));
      const p50 = median(times.map(({ found }) => found.p50));
      const p95 = median(times.map(({ found }) => found.p95));
      const empty = median(times.map(time => time.nothing.p50));
      const size = `${number(inventories)} entities × ${number(componentsOfInventory)} components`;
      return [
        {
          work: `log4j-core < 2.17 over ${size}`,
          ours: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
          beside: `a package that nobody has: p50 ${milliseconds(empty)}`,
          ratio: ratio(p50 / empty),
          reach: '< 1 s',
          met: p95 < REACH_SECONDS,
          notes: [
            'A signed-in user, permissions on, one connection from another process, PostgreSQL. The answer has the counts of all buckets and 100 entities.',
          ],
        },
      ];
    } finally {
      client.stop();
      await backend.stop();
    }
  },
};
