import { Agent } from 'node:http';
import { percentile } from '../harness/statistics';
import { LoadResult, Task } from './protocol';
import { exchange } from './request';

async function pause(ms: number): Promise<void> {
  if (ms > 0) {
    await new Promise(resolve => setTimeout(resolve, ms));
  }
}

/** Keeps all connections busy for the given time, or asks with pauses. */
export async function loadRoute(
  task: Extract<Task, { kind: 'load' }>,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: task.connections });
  const body = task.body === undefined ? undefined : Buffer.from(task.body);
  const times: number[] = [];
  let next = 0;
  let bytes = 0;
  const start = performance.now();
  const end = start + task.seconds * 1000;
  const pauseMs = (task.pauseSeconds ?? 0) * 1000;
  const work = async (_: unknown, index: number) => {
    // People who read do not begin at the same moment.
    await pause((pauseMs * index) / task.connections);
    while (performance.now() < end) {
      const url = task.urls[next++ % task.urls.length];
      const from = performance.now();
      const answer = await exchange({
        agent,
        method: task.method,
        url,
        token: task.token,
        body,
      });
      if (answer.status !== 200) {
        throw new Error(
          `${url} answered ${answer.status}: ${answer.body.toString('utf8', 0, 500)}`,
        );
      }
      bytes = answer.body.length;
      times.push((performance.now() - from) / 1000);
      await pause(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: task.connections }).map(work));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return {
    kind: 'load',
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    bytes,
  };
}
