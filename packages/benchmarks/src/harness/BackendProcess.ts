import { ChildProcess } from 'node:child_process';
import { Agent } from 'node:http';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { exchange } from '../load/request';
import {
  BackendTask,
  ChildMemory,
  ChildReply,
  ChildTask,
} from './backendProtocol';
import { ask, startChild } from './childProcess';
import { Publication, Published } from './measuresPlugin';
import { Progress } from './progressModule';
import { SERVICE_TOKEN } from './startBackend';

const POLL_MS = 25;
const PATIENCE_MS = 10 * 60_000;

/** Scorecards with a source of facts, in a process of their own. */
export class BackendProcess {
  readonly #child: ChildProcess;
  readonly baseUrl: string;

  private constructor(child: ChildProcess, baseUrl: string) {
    this.#child = child;
    this.baseUrl = baseUrl;
  }

  static async start(backend: BackendTask): Promise<BackendProcess> {
    const child = startChild(
      resolvePackagePath(
        '@synchrony/benchmarks',
        'src/harness/backendChild.ts',
      ),
    );
    const reply = await carryOut(child, { kind: 'start', backend });
    if (reply.kind !== 'started') {
      throw new Error('The back end did not start');
    }
    return new BackendProcess(child, reply.baseUrl);
  }

  async memory(): Promise<ChildMemory> {
    const reply = await carryOut(this.#child, { kind: 'memory' });
    if (reply.kind !== 'memory') {
      throw new Error('The back end does not know its memory');
    }
    return reply.memory;
  }

  /** Ends it and removes its databases. */
  async stop(): Promise<void> {
    await carryOut(this.#child, { kind: 'stop' });
    this.#child.disconnect();
  }

  /** Commits facts and announces them. */
  publish(publication: Publication): Promise<Published> {
    return this.#request('POST', '/api/measures/publish', publication);
  }

  /** Lets everything be looked at again; answers when that began. */
  recompute(options: { forget: boolean }): Promise<{ startedAt: number }> {
    return this.#request(
      'POST',
      `/api/scorecards/benchmark/recompute?forget=${options.forget}`,
    );
  }

  /**
   * Waits until as many entities are evaluated, nothing waits, and facts are
   * read up to a number; answers when that was so, in ms since the epoch.
   */
  async evaluated(entities: number, readSeq: number): Promise<number> {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const progress = await this.#request<Progress>(
        'GET',
        '/api/scorecards/benchmark/progress',
      );
      if (
        progress.waiting === 0 &&
        progress.evaluated >= entities &&
        progress.readSeq >= readSeq
      ) {
        return Date.now();
      }
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
    throw new Error('Not everything was evaluated in time');
  }

  async #request<T>(method: string, path: string, body?: object): Promise<T> {
    // A connection that was kept may be closed while the back end is busy.
    const answer = await exchange({
      agent: new Agent({ keepAlive: false }),
      method,
      url: `${this.baseUrl}${path}`,
      token: SERVICE_TOKEN,
      body: body && Buffer.from(JSON.stringify(body)),
    });
    const text = answer.body.toString();
    if (answer.status !== 200) {
      throw new Error(`${path} answered ${answer.status}: ${text}`);
    }
    return JSON.parse(text);
  }
}

async function carryOut(
  child: ChildProcess,
  task: ChildTask,
): Promise<ChildReply> {
  const reply = await ask<ChildReply>(child, task);
  if (reply.kind === 'error') {
    throw new Error(reply.message);
  }
  return reply;
}
