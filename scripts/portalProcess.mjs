import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { Advice } from './toolchain.mjs';

/** Time that a stopped portal gets to end by itself before it is killed. */
const GRACE_MS = 8_000;

/**
 * A long-running command with its children, as one group that ends together;
 * its output goes to a log file.
 */
export class PortalProcess {
  #child;
  #exited;
  #logFile;
  #tail = [];

  constructor(command, args, { cwd, env, logFile }) {
    this.#logFile = logFile;
    const log = createWriteStream(logFile, { flags: 'w' });
    this.#child = spawn(command, args, {
      cwd,
      env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', chunk => {
        log.write(chunk);
        this.#tail.push(...String(chunk).split('\n').filter(Boolean));
        this.#tail = this.#tail.slice(-40);
      });
    }
    this.#exited = new Promise(resolve => {
      this.#child.once('error', () => resolve(1));
      this.#child.once('exit', code => resolve(code ?? 1));
    });
  }

  /** Resolves when the command has ended. */
  get exited() {
    return this.#exited;
  }

  /**
   * Waits until `url` answers with a success.
   *
   * @throws Advice when the command ends or the time is over first
   */
  async waitUntilUp(what, url, timeoutMs) {
    let ended = false;
    this.#exited.then(() => {
      ended = true;
    });
    const until = Date.now() + timeoutMs;
    while (Date.now() < until) {
      if (ended) {
        throw this.#failure(`${what} ended while starting`);
      }
      try {
        const response = await fetch(url, {
          signal: AbortSignal.timeout(5_000),
        });
        if (response.ok) {
          return;
        }
      } catch {
        // Not up yet.
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    throw this.#failure(
      `${what} did not answer within ${Math.round(timeoutMs / 1000)} s`,
    );
  }

  #failure(problem) {
    const refusal = this.#tail.find(line => line.includes('Refusing to start'));
    const errors = this.#tail.filter(line => /error/i.test(line)).slice(-3);
    return new Advice(
      [
        `${problem}.`,
        ...(refusal ? [refusal] : errors),
        `The whole log: ${this.#logFile}`,
      ].join('\n'),
    );
  }

  /** Ends the command and all its children. */
  async stop() {
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), GRACE_MS);
    await this.#exited;
    clearTimeout(timer);
    // A child of the command may outlive it.
    this.#signal('SIGKILL');
  }

  #signal(name) {
    try {
      if (process.platform === 'win32') {
        this.#child.kill(name);
      } else {
        process.kill(-this.#child.pid, name);
      }
    } catch {
      // It has ended already.
    }
  }
}

/** Calls `stop` once when a person or the system ends this script. */
export function onEnd(stop) {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (!ending) {
        ending = true;
        process.stdout.write('\nStopping …\n');
        await stop();
        process.exit(0);
      }
    });
  }
}
