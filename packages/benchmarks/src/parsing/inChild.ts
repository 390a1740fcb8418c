import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ask, startChild } from '../harness/childProcess';
import { ParsingResult, ParsingTask } from './protocol';

/** Carries the task out in a new process. */
export async function inChild(task: ParsingTask): Promise<ParsingResult> {
  const child = startChild(
    resolvePackagePath('@synchrony/benchmarks', 'src/parsing/child.ts'),
  );
  const result = await ask<ParsingResult>(child, task);
  child.disconnect();
  return result;
}
