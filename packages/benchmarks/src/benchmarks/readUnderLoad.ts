import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateSarif } from '@synchrony/report-parsers/testing';
import { BackendProcess } from '../harness/BackendProcess';
import { componentName, componentRef } from '../harness/entities';
import { milliseconds, number } from '../harness/numbers';
import { signIn } from '../harness/signIn';
import { SERVICE_SUBJECT, SERVICE_TOKEN } from '../harness/startBackend';
import { Benchmark, BenchmarkContext, Comparison } from '../harness/types';
import { LoadClient } from '../load/LoadClient';
import { LoadResult } from '../load/protocol';

const P99_SECONDS = 0.1;
/** A person looks at a page for so long before the next. */
const PAUSE_SECONDS = 2;
/** A pipeline somewhere ends so often. */
const REPORT_MS = 500;
const FINDINGS_A_REPORT = 200;
const RULES = 50;
const WARM_UP_REPORTS = 5;
/** Of so many pages one is a list and one a roll-up; the others are of a service. */
const PAGES_A_ROUND = 10;
const SCORECARD = 'essentials';

interface Figures {
  /** Nobody else is there. */
  quiet: LoadResult;
  /** While reports arrive. */
  busy: LoadResult;
  reports: number;
  /** As many people, none of whom pauses. */
  full: LoadResult;
}

function pagesOf(baseUrl: string, entities: number): string[] {
  return Array.from({ length: entities }, (_, index) => {
    switch (index % PAGES_A_ROUND) {
      case 0:
        return `${baseUrl}/api/scorecards/entities?scorecard=${SCORECARD}&limit=50`;
      case 1:
        return `${baseUrl}/api/scorecards/rollups/default/group/owners?scorecard=${SCORECARD}`;
      default:
        return `${baseUrl}/api/scorecards/entities/default/component/${componentName(index)}`;
    }
  });
}

/** Sends a report after the other. */
class Pipelines {
  readonly #client = new LoadClient();
  readonly #context: BenchmarkContext;
  readonly #baseUrl: string;
  #sent = 0;
  #stopped = false;

  constructor(context: BenchmarkContext, baseUrl: string) {
    this.#context = context;
    this.#baseUrl = baseUrl;
  }

  async send(): Promise<void> {
    const { folder, sizes } = this.#context;
    const file = path.join(folder, 'arriving.sarif');
    await writeFile(
      file,
      generateSarif({
        results: FINDINGS_A_REPORT,
        rules: RULES,
        note: `report ${this.#sent}`,
      }),
    );
    await this.#client.submit({
      baseUrl: this.#baseUrl,
      token: SERVICE_TOKEN,
      entityRef: componentRef(this.#sent % sizes.entities),
      file,
    });
    this.#sent++;
  }

  /** Sends until it is told to stop; answers how many were sent. */
  async run(): Promise<number> {
    const before = this.#sent;
    while (!this.#stopped) {
      const next = Date.now() + REPORT_MS;
      await this.send();
      await new Promise(resolve =>
        setTimeout(resolve, Math.max(0, next - Date.now())),
      );
    }
    this.#client.stop();
    return this.#sent - before;
  }

  stop(): void {
    this.#stopped = true;
  }
}

async function measure(
  context: BenchmarkContext,
  backend: BackendProcess,
  client: LoadClient,
): Promise<Figures> {
  const { entities, loadSeconds, readers, readSeconds } = context.sizes;
  const { baseUrl } = backend;
  const token = await signIn(baseUrl);
  const load = (seconds: number, pauseSeconds?: number) =>
    client.load({
      method: 'GET',
      urls: pagesOf(baseUrl, entities),
      token,
      connections: readers,
      seconds,
      pauseSeconds,
    });
  const pipelines = new Pipelines(context, baseUrl);
  // The first report starts the threads that read them.
  for (let report = 0; report < WARM_UP_REPORTS; report++) {
    await pipelines.send();
  }
  await load(loadSeconds, PAUSE_SECONDS);
  const quiet = await load(readSeconds, PAUSE_SECONDS);
  const sending = pipelines.run();
  const busy = await load(readSeconds, PAUSE_SECONDS).finally(() =>
    pipelines.stop(),
  );
  const reports = await sending;
  return { quiet, busy, reports, full: await load(loadSeconds) };
}

function latency({ p50, p99, perSecond }: LoadResult): string {
  return `p50/p99 ${milliseconds(p50)}/${milliseconds(p99)} at ${number(perSecond)} req/s`;
}

export const readUnderLoad: Benchmark = {
  name: 'load',
  title: 'Many readers while reports arrive',
  async run(context): Promise<Comparison[]> {
    const { entities, readers, readSeconds } = context.sizes;
    const client = new LoadClient();
    const backend = await BackendProcess.start({
      engine: { postgres: context.postgres.url },
      prefix: 'bench_load_',
      entities,
      ingestion: true,
      config: {
        scorecards: { sources: ['ingestion'] },
        ingestion: {
          submitters: [
            { subject: SERVICE_SUBJECT, entities: ['component:default/*'] },
          ],
        },
      },
    });
    try {
      await backend.evaluated(entities, 0);
      const figures = await measure(context, backend, client);
      return [
        {
          work: `${readers} readers for ${readSeconds} s while reports arrive`,
          ours: latency(figures.busy),
          beside: `without reports: ${latency(figures.quiet)}`,
          ratio: '–',
          reach: 'p99 < 100 ms',
          met: figures.busy.p99 < P99_SECONDS,
          notes: [
            `Each reads a page every ${PAUSE_SECONDS} s: scorecards of services, one list of 50 and one roll-up of all in ${PAGES_A_ROUND}. ${figures.reports} reports of ${FINDINGS_A_REPORT} findings were sent, received and processed meanwhile. Any other answer than 200 ends the run, so there was no error.`,
          ],
        },
        {
          work: `${readers} readers who never pause`,
          ours: latency(figures.full),
          beside: '–',
          ratio: '–',
          reach: '',
          notes: ['All that client, back end and database can do together.'],
        },
      ];
    } finally {
      client.stop();
      await backend.stop();
    }
  },
};
