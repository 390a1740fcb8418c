import { RuleEnvironment } from '../rules/RuleEnvironment';
import {
  CATALOG_SOURCE,
  compileCheck,
  CompiledCheck,
  compileUntold,
} from './compile';
import { CheckDefinition } from './types';

/**
 * A check that was without a fault when it was stored. What sources tell may
 * have changed since; undefined stands for one that can't be read for another
 * reason.
 */
export function compileStored(
  definition: CheckDefinition,
  environment: RuleEnvironment,
  isRegistered: (source: string) => boolean,
): CompiledCheck | undefined {
  try {
    return compileCheck(definition, environment, isRegistered);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const sources = environment
      .sources()
      .filter(source => source !== CATALOG_SOURCE);
    return (
      compileUntold(definition, environment, fault) ??
      compileUntold(definition, environment, fault, sources)
    );
  }
}
