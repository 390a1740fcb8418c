import { WorkerDiedError } from './errors';
import { WorkerLimits, WorkerSession } from './WorkerSession';

export interface WorkerPoolOptions extends WorkerLimits {
  size: number;
}

/** A few threads that are kept warm; one that dies is replaced. */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #idle: WorkerSession[] = [];
  readonly #sessions = new Set<WorkerSession>();
  readonly #queue: ((session: WorkerSession) => void)[] = [];
  #stopped = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /** Starts a thread, so that the first report need not wait for it. */
  warm(): void {
    if (this.#sessions.size === 0) {
      this.#idle.push(this.#create());
    }
  }

  /** Lends a thread for one report. */
  async use<T>(work: (session: WorkerSession) => Promise<T>): Promise<T> {
    const session = await this.#take();
    try {
      return await work(session);
    } finally {
      session.end();
      this.#giveBack(session);
    }
  }

  /** How many reports can be read at the same time, and how many are. */
  load(): { size: number; busy: number } {
    return {
      size: this.#options.size,
      busy: this.#sessions.size - this.#idle.length,
    };
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#sessions].map(session => session.stop()));
  }

  #create(): WorkerSession {
    const session = new WorkerSession(this.#options);
    this.#sessions.add(session);
    return session;
  }

  async #take(): Promise<WorkerSession> {
    if (this.#stopped) {
      throw new WorkerDiedError('stopped', 'Reading was stopped');
    }
    let idle = this.#idle.pop();
    while (idle && !idle.alive) {
      this.#sessions.delete(idle);
      idle = this.#idle.pop();
    }
    if (idle) {
      return idle;
    }
    if (this.#sessions.size < this.#options.size) {
      return this.#create();
    }
    return new Promise(resolve => this.#queue.push(resolve));
  }

  #giveBack(session: WorkerSession): void {
    let next = session;
    if (!session.alive) {
      this.#sessions.delete(session);
      if (this.#queue.length === 0 || this.#stopped) {
        return;
      }
      next = this.#create();
    }
    const waiting = this.#queue.shift();
    if (waiting) {
      waiting(next);
    } else {
      this.#idle.push(next);
    }
  }
}
