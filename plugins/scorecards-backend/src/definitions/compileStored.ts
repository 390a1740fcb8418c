import { compileAsWaiting, compileCheck, CompiledCheck } from './compile';
import { CheckDefinition } from './types';
import { RuleEnvironment } from '../rules/RuleEnvironment';

/**
 * A check that was without a fault when it was stored. What sources tell may
 * have changed since; then it waits, and undefined stands for one that can't.
 */
export function compileStored(
  definition: CheckDefinition,
  environment: RuleEnvironment,
  isRegistered: (source: string) => boolean,
): CompiledCheck | undefined {
  try {
    return compileCheck(definition, environment, isRegistered);
  } catch {
    return compileAsWaiting(definition, environment);
  }
}
