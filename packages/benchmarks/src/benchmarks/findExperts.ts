import path from 'node:path';
import { emptyRoutePlugin } from '../harness/emptyRoute';
import { createExpertiseFiller, peopleOf } from '../harness/expertisePlugin';
import { milliseconds, number, ratio } from '../harness/numbers';
import { signIn } from '../harness/signIn';
import { SqliteFolder } from '../harness/SqliteFolder';
import { startBackend } from '../harness/startBackend';
import { median, repeat } from '../harness/statistics';
import {
  BackendDatabases,
  Benchmark,
  BenchmarkContext,
  Comparison,
} from '../harness/types';
import { LoadClient } from '../load/LoadClient';

const REACH_SECONDS = 0.1;
const SKILLS_EACH = 20;

/** As people ask: names, other words, slips of spelling, platforms, facets. */
const QUESTIONS = [
  'q=webauthn',
  'q=webautn',
  'q=thraet%20modelling',
  'q=kuberentes%20platform-3',
  'q=cloud%20security',
  'q=passkeys%20and%20mtls',
  'q=static%20analysis&willing=mentor',
  'skills=kubernetes&level=advanced&available=true',
  'skills=sast&skills=java',
  'platform=group:default/platform-4&willing=review&willing=talk',
  'q=nobody%20says%20this',
];

async function timed(
  { sizes }: BenchmarkContext,
  databases: BackendDatabases,
): Promise<{ p50: number; p95: number; browse: number; empty: number }> {
  const { experts, loadSeconds, runs } = sizes;
  const filler = createExpertiseFiller();
  const backend = await startBackend({
    databases,
    prefix: 'bench_experts_',
    entities: peopleOf(experts),
    features: [
      import('@synchrony/backstage-plugin-virtual-teams-backend'),
      filler.feature,
      emptyRoutePlugin,
    ],
  });
  const client = new LoadClient();
  try {
    const token = await signIn(backend.baseUrl);
    const api = `${backend.baseUrl}/api/virtual-teams`;
    const answer = await fetch(`${api}/skills`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = await answer.json();
    await filler.fill(
      experts,
      SKILLS_EACH,
      items.map((item: { id: string }) => item.id),
    );
    const load = (urls: string[]) =>
      client.load({
        method: 'GET',
        urls,
        token,
        connections: 1,
        seconds: loadSeconds,
      });
    const times = await repeat(runs, async () => ({
      found: await load(
        QUESTIONS.map(question => `${api}/discovery?${question}`),
      ),
      browse: await load([`${api}/discovery`]),
      empty: await load([`${backend.baseUrl}/api/empty`]),
    }));
    return {
      p50: median(times.map(({ found }) => found.p50)),
      p95: median(times.map(({ found }) => found.p95)),
      browse: median(times.map(({ browse }) => browse.p95)),
      empty: median(times.map(({ empty }) => empty.p95)),
    };
  } finally {
    client.stop();
    await backend.stop();
  }
}

export const findExperts: Benchmark = {
  name: 'experts',
  title: 'Finding people by what they can do',
  async run(context): Promise<Comparison[]> {
    const lines: Comparison[] = [];
    for (const [engine, databases] of [
      ['PostgreSQL', context.postgres],
      ['SQLite', new SqliteFolder(path.join(context.folder, 'experts'))],
    ] as const) {
      const { browse, empty, p50, p95 } = await timed(context, databases);
      lines.push(
        {
          work: `find among ${number(context.sizes.experts)} people × ${SKILLS_EACH} skills, ${engine}, p95`,
          ours: milliseconds(p95),
          beside: `empty route: ${milliseconds(empty)}; our p50: ${milliseconds(p50)}`,
          ratio: ratio(p95 / empty),
          reach: '< 100 ms',
          met: p95 < REACH_SECONDS,
          notes: [
            `A signed-in user, permissions on, one connection from another process, ${QUESTIONS.length} kinds of question with slips of spelling and facets; seven of ten people are found by everyone, two by their groups, one by nobody.`,
          ],
        },
        {
          work: `the same without a question, ${engine}, p95`,
          ours: milliseconds(browse),
          beside: '',
          ratio: '–',
          reach: '',
          notes: [],
        },
      );
    }
    return lines;
  },
};
