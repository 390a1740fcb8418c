import { setImmediate } from 'node:timers/promises';
import type { ParseRequest } from '../../worker/protocol';
import type { WorkerLimits, WorkerSession } from '../../worker/WorkerSession';

/**
 * Hands a thread that was stopped while it had nothing to do on to whoever
 * starts one with the same limits next, since starting one takes longer than
 * most tests. The last test of a file ends them all.
 */
export function keepReadingThreads(
  Session: typeof WorkerSession,
): typeof WorkerSession {
  const kept = new Map<string, KeptSession[]>();
  let keeping = true;

  class KeptSession extends Session {
    readonly #limits!: string;
    #busy = false;

    constructor(limits: WorkerLimits) {
      const key = JSON.stringify(limits);
      const idle = kept.get(key)?.pop();
      if (idle?.alive) {
        return idle;
      }
      super(limits);
      this.#limits = key;
    }

    begin(request: ParseRequest): void {
      this.#busy = true;
      super.begin(request);
    }

    end(): void {
      super.end();
      this.#busy = false;
    }

    async stop(): Promise<void> {
      // Whoever was given it a moment ago may not have begun yet.
      await setImmediate();
      if (this.alive && !this.#busy && keeping) {
        kept.set(this.#limits, [...(kept.get(this.#limits) ?? []), this]);
        return;
      }
      await super.stop();
    }
  }

  afterAll(async () => {
    keeping = false;
    const sessions = [...kept.values()].flat();
    await Promise.all(sessions.map(session => session.stop()));
  });

  return KeptSession;
}
