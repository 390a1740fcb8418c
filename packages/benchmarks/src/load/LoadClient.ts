import { ChildProcess } from 'node:child_process';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ask, startChild } from '../harness/childProcess';
import { Answer, LoadResult, SubmitResult, Task } from './protocol';

/** Speaks to a back end from a process of its own. One task at a time. */
export class LoadClient {
  readonly #child: ChildProcess;

  constructor() {
    this.#child = startChild(
      resolvePackagePath('@synchrony/benchmarks', 'src/load/client.ts'),
    );
  }

  async load(
    task: Omit<Extract<Task, { kind: 'load' }>, 'kind'>,
  ): Promise<LoadResult> {
    const answer = await this.#ask({ kind: 'load', ...task });
    if (answer.kind !== 'load') {
      throw new Error('The client did not load the route');
    }
    return answer;
  }

  async submit(
    task: Omit<Extract<Task, { kind: 'submit' }>, 'kind'>,
  ): Promise<SubmitResult> {
    const answer = await this.#ask({ kind: 'submit', ...task });
    if (answer.kind !== 'submit') {
      throw new Error('The client did not submit the report');
    }
    if (answer.receipt.status !== 'processed') {
      throw new Error(`The report ended as ${JSON.stringify(answer.receipt)}`);
    }
    return answer;
  }

  stop(): void {
    if (this.#child.connected) {
      this.#child.disconnect();
    }
  }

  async #ask(task: Task): Promise<Answer> {
    const answer = await ask<Answer>(this.#child, task);
    if (answer.kind === 'error') {
      throw new Error(answer.message);
    }
    return answer;
  }
}
