import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { generateSarif } from '@synchrony/report-parsers/testing';
import { emptyRoutePlugin } from '../harness/emptyRoute';
import { componentRef, entitiesOf } from '../harness/entities';
import { indexedCatalog } from '../harness/indexedCatalog';
import { milliseconds, number, ratio } from '../harness/numbers';
import { OWNER_REF, signIn, USER_REF } from '../harness/signIn';
import {
  RunningBackend,
  SERVICE_SUBJECT,
  SERVICE_TOKEN,
  startBackend,
} from '../harness/startBackend';
import { median, repeat } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';

const REACH_SECONDS = 1.5;
const POLL_MS = 500;
const POLLS = 240;
const RULES = 100;
const DESK = '/api/champions/desk';
const OTHERS_REF = 'group:default/others';

/** What is looked at to know that nothing is missing from what is measured. */
interface Opened {
  components: number;
  items: unknown[];
  scopes: { levels?: Record<string, number> }[];
  sections: { section: string; state: string; count: number }[];
}

/** The first components belong to the champion's team, the others to others. */
function organisation(entities: number, looksAfter: number): Entity[] {
  const [owners, ...components] = entitiesOf(entities);
  const others: Entity = {
    ...owners,
    metadata: { ...owners.metadata, name: 'others', uid: 'group-others' },
  };
  return [
    owners,
    others,
    ...components.map((component, index) =>
      index < looksAfter
        ? component
        : {
            ...component,
            spec: { ...component.spec, owner: OTHERS_REF },
            relations: [{ type: 'ownedBy', targetRef: OTHERS_REF }],
          },
    ),
  ];
}

async function start(context: BenchmarkContext): Promise<RunningBackend> {
  const { desk, entities } = context.sizes;
  const catalog = organisation(entities, desk.components);
  return startBackend({
    databases: context.postgres,
    prefix: 'bench_desk_',
    entities: catalog,
    catalog: indexedCatalog(catalog),
    conditionalCatalog: true,
    features: [
      import('@synchrony/backstage-plugin-ingestion-backend'),
      import('@synchrony/backstage-plugin-scorecards-backend'),
      import('@synchrony/backstage-plugin-champions-backend'),
      emptyRoutePlugin,
    ],
    config: {
      scorecards: { sources: ['ingestion', 'champions'] },
      ingestion: {
        submitters: [
          { subject: SERVICE_SUBJECT, entities: ['component:default/*'] },
        ],
      },
    },
  });
}

/** A report for each component, as pipelines send them. */
async function submitFindings(
  { folder, sizes }: BenchmarkContext,
  client: LoadClient,
  { baseUrl }: RunningBackend,
): Promise<void> {
  const { components, findings } = sizes.desk;
  const file = path.join(folder, 'desk.sarif');
  for (let index = 0; index < components; index++) {
    await writeFile(
      file,
      generateSarif({
        results: findings,
        rules: RULES,
        note: `report ${index}`,
      }),
    );
    await client.submit({
      baseUrl,
      token: SERVICE_TOKEN,
      entityRef: componentRef(index),
      file,
    });
  }
}

/** The reader is champion at these scopes, as acceptance and activation leave it. */
async function champion(
  { postgres }: BenchmarkContext,
  backend: RunningBackend,
  scopeRefs: string[],
): Promise<void> {
  await postgres.connected(backend.databaseOf('champions'), async client => {
    await client.query(
      'insert into people (user_ref) values ($1) on conflict do nothing',
      [USER_REF],
    );
    await client.query('delete from assignments');
    await client.query(
      `insert into assignments (id, person_id, scope_ref, role, source, status, specialisms, nominated_at, started_at, version)
       select 'assignment-' || number, people.id, scope, 'primary', 'portal', 'active', '[]', 0, 0, 1
       from people, unnest($1::text[]) with ordinality as scopes (scope, number)
       where user_ref = $2`,
      [scopeRefs, USER_REF],
    );
  });
}

async function open(baseUrl: string, token: string): Promise<Opened> {
  const answer = await fetch(`${baseUrl}${DESK}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) {
    throw new Error(`The desk answered ${answer.status}`);
  }
  return answer.json();
}

/** Until all is there that the desk is to show. */
async function waitForDesk(
  { sizes }: BenchmarkContext,
  { baseUrl }: RunningBackend,
  token: string,
): Promise<Opened> {
  let desk: Opened | undefined;
  for (let poll = 0; poll < POLLS; poll++) {
    desk = await open(baseUrl, token);
    const levels = desk.scopes.flatMap(scope =>
      Object.values(scope.levels ?? {}),
    );
    if (
      desk.components === sizes.desk.components &&
      desk.sections.every(({ state }) => state === 'complete') &&
      levels.reduce((sum, count) => sum + count, 0) === desk.components
    ) {
      return desk;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`The desk was not complete: ${JSON.stringify(desk)}`);
}

export const openDesk: Benchmark = {
  name: 'desk',
  title: 'The desk of a champion',
  async run(context): Promise<Comparison[]> {
    const { desk: size, loadSeconds, runs } = context.sizes;
    const client = new LoadClient();
    const backend = await start(context);
    const { baseUrl } = backend;
    const timeOf = async (route: string) => {
      const token = await signIn(baseUrl);
      return client.load({
        method: 'GET',
        urls: [`${baseUrl}${route}`],
        token,
        connections: 1,
        seconds: loadSeconds,
      });
    };
    const measure = async (scopeRefs: string[]): Promise<Comparison> => {
      await champion(context, backend, scopeRefs);
      const desk = await waitForDesk(context, backend, await signIn(baseUrl));
      const counts = desk.sections
        .map(({ count, section }) => `${section} ${count}`)
        .join(', ');
      const times = await repeat(runs, async () => ({
        empty: (await timeOf('/api/empty')).p50,
        ours: await timeOf(DESK),
      }));
      const ours = median(times.map(time => time.ours.p50));
      const slowest = median(times.map(time => time.ours.p99));
      const empty = median(times.map(time => time.empty));
      return {
        work: `desk of ${number(size.components)} components in ${scopeRefs.length === 1 ? 'one scope' : `${number(scopeRefs.length)} scopes`}`,
        ours: `p50/p99 ${milliseconds(ours)}/${milliseconds(slowest)}`,
        beside: `empty route: ${milliseconds(empty)}`,
        ratio: ratio(ours / empty),
        reach: 'p99 < 1,500 ms',
        met: slowest < REACH_SECONDS,
        notes: [
          `A signed-in user, permissions on, the catalog by conditions, one connection from another process, PostgreSQL; ${number(size.findings)} findings of each component and scorecards on. It shows: ${counts}.`,
        ],
      };
    };
    try {
      await submitFindings(context, client, backend);
      return [
        await measure([OWNER_REF]),
        await measure(
          Array.from({ length: size.components }, (_, index) =>
            componentRef(index),
          ),
        ),
      ];
    } finally {
      client.stop();
      await backend.stop();
    }
  },
};
