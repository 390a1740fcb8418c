import { componentName } from '../harness/entities';
import { SCORECARD } from '../harness/definitions';
import { Measures } from '../harness/measures';
import { megabytes, milliseconds, number } from '../harness/numbers';
import { signIn } from '../harness/signIn';
import { Engine, Measured, startMeasured } from '../harness/startMeasured';
import { median, percentile } from '../harness/statistics';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';

const UNCHANGED_SECONDS = 2;
const CHANGED_SECONDS = 12;
const READABLE_SECONDS = 2;

/** Seconds from the beginning until everything is evaluated. */
interface Times {
  /** The same rules and facts again. */
  unchanged: number[];
  /** The same, evaluated as after a change of definitions. */
  forgotten: number[];
  /** Facts that no check reads, from the commit of the source on. */
  otherFacts: number[];
  /** Facts that turn the outcome of every check. */
  changed: number[];
}

class Source {
  readonly #measured: Measured;
  readonly #entities: number;
  readonly #measures: Measures = { phase: 0, week: 0, note: 0 };

  constructor(measured: Measured, entities: number) {
    this.#measured = measured;
    this.#entities = entities;
  }

  async recompute(options: { forget: boolean }): Promise<number> {
    const { backend, lastSeq } = this.#measured;
    const { startedAt } = await backend.recompute(options);
    const end = await backend.evaluated(this.#entities, lastSeq);
    return (end - startedAt) / 1000;
  }

  otherFacts(): Promise<number> {
    this.#measures.note++;
    return this.#publishAll();
  }

  change(): Promise<number> {
    this.#measures.phase++;
    return this.#publishAll();
  }

  async #publishAll(): Promise<number> {
    const { backend } = this.#measured;
    const { committedAt, lastSeq } = await backend.publish({
      from: 0,
      to: this.#entities,
      ...this.#measures,
    });
    this.#measured.lastSeq = lastSeq;
    const end = await backend.evaluated(this.#entities, lastSeq);
    return (end - committedAt) / 1000;
  }

  /** Seconds from a commit about one entity until its answer tells it. */
  async readable(entity: number, token: string): Promise<number> {
    const { backend } = this.#measured;
    const url = `${backend.baseUrl}/api/scorecards/entities/default/component/${componentName(entity)}`;
    const levelOf = async () => {
      const answer = await fetch(url, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { scorecards } = await answer.json();
      return scorecards.find(({ id }: { id: string }) => id === SCORECARD)
        ?.level;
    };
    const before = await levelOf();
    const { committedAt } = await backend.publish({
      from: entity,
      to: entity + 1,
      ...this.#measures,
      phase: this.#measures.phase + 1,
    });
    while ((await levelOf()) === before) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    return (Date.now() - committedAt) / 1000;
  }
}

interface Figures extends Times {
  readable: number[];
  memory: { resident: number; peak: number };
}

/** Without a warm-up: the first evaluation of everything was one. */
async function secondsEach(
  runs: number,
  work: () => Promise<number>,
): Promise<number[]> {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    seconds.push(await work());
  }
  return seconds;
}

async function measure(
  context: BenchmarkContext,
  engine: Engine,
): Promise<Figures> {
  const { changes, recomputed, recomputedChecks, runs } = context.sizes;
  const measured = await startMeasured(context, {
    engine,
    prefix: 'bench_recompute_',
    entities: recomputed,
    checks: recomputedChecks,
  });
  const { backend } = measured;
  try {
    const source = new Source(measured, recomputed);
    const unchanged = await secondsEach(runs, () =>
      source.recompute({ forget: false }),
    );
    const forgotten = await secondsEach(runs, () =>
      source.recompute({ forget: true }),
    );
    const otherFacts = await secondsEach(runs, () => source.otherFacts());
    const changed = await secondsEach(runs, () => source.change());
    const memory = await backend.memory();
    const token = await signIn(backend.baseUrl);
    const readable: number[] = [];
    for (let change = 0; change < changes; change++) {
      readable.push(await source.readable(change % recomputed, token));
    }
    return { unchanged, forgotten, otherFacts, changed, readable, memory };
  } finally {
    await backend.stop();
  }
}

const WORK =
  'The back end has a process of its own; a plugin of ours is the source of facts, by createFactFeed, and the catalog answers by an index.';

export const recompute: Benchmark = {
  name: 'recompute',
  title: 'Evaluating everything again, and a change on its way to the screen',
  async run(context): Promise<Comparison[]> {
    const postgres = await measure(context, 'PostgreSQL');
    const sqlite = await measure(context, 'SQLite');
    const { recomputed, recomputedChecks } = context.sizes;
    const what = `${number(recomputed)} entities × ${recomputedChecks} checks`;
    const line = (
      work: string,
      kind: keyof Times,
      notes: string[],
      reachSeconds?: number,
    ): Comparison => {
      const seconds = median(postgres[kind]);
      return {
        work,
        ours: milliseconds(seconds),
        beside: `SQLite: ${milliseconds(median(sqlite[kind]))}`,
        ratio: '–',
        reach: reachSeconds ? `< ${reachSeconds} s` : '',
        ...(reachSeconds && { met: seconds < reachSeconds }),
        notes: [...notes, WORK],
      };
    };
    const p = (seconds: number[], share: number) =>
      milliseconds(percentile(seconds, share));
    return [
      line(
        `${what} again, nothing changes`,
        'unchanged',
        [
          'All entities are said to have changed, as by a source that tells everything again.',
        ],
        UNCHANGED_SECONDS,
      ),
      line(`${what}, other rules, the same outcomes`, 'forgotten', [
        'All are evaluated, as after a change of definitions.',
      ]),
      line(`${what}, new facts, the same outcomes`, 'otherFacts', [
        'From the commit of the source: the feed is read and stored, everything evaluated.',
      ]),
      line(
        `${what}, every outcome changes`,
        'changed',
        [
          'From the commit of the source; every interval of a check ends and another begins.',
        ],
        CHANGED_SECONDS,
      ),
      {
        work: 'a fact change to the new level',
        ours: `p50/p95 ${p(postgres.readable, 0.5)}/${p(postgres.readable, 0.95)}`,
        beside: `SQLite: ${p(sqlite.readable, 0.5)}/${p(sqlite.readable, 0.95)}`,
        ratio: '–',
        reach: '< 2 s',
        met: percentile(postgres.readable, 0.95) < READABLE_SECONDS,
        notes: [
          `From the commit in the source to the answer over HTTP, ${what}; a page adds its signal.`,
          WORK,
        ],
      },
      {
        work: `memory of the back end after that`,
        ours: `${megabytes(postgres.memory.resident)}, at most ${megabytes(postgres.memory.peak)}`,
        beside: `SQLite: ${megabytes(sqlite.memory.resident)}, at most ${megabytes(sqlite.memory.peak)}`,
        ratio: '–',
        reach: '',
        notes: [
          'Resident; the source of facts, the catalog in memory and the compiler of TypeScript are in it.',
        ],
      },
    ];
  },
};
