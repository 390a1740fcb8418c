import { CompiledCheck } from './compile';
import { DefinitionError } from './DefinitionError';
import { isCheck } from './kinds';
import { LocatedDefinition } from './parseDefinitions';
import { nameOf, ScorecardDefinition } from './types';

/** @throws DefinitionError for a scorecard in use that asks for a draft */
export function requireNoDrafts(
  { checks }: ScorecardDefinition,
  drafts: LocatedDefinition[],
  usable: ReadonlyMap<string, CompiledCheck>,
): void {
  const proposed = new Set(
    drafts.filter(isCheck).map(({ definition }) => nameOf(definition)),
  );
  const index = checks.findIndex(
    ({ check }) => proposed.has(check) && !usable.has(check),
  );
  if (index >= 0) {
    throw new DefinitionError(
      ['checks', index, 'check'],
      `${checks[index].check} is a draft, and a scorecard in use can't ask for one`,
      { expected: 'id@version of a check that is no draft' },
    );
  }
}
