import { hashOf } from '@synchrony/backstage-plugin-scorecards-node';
import { FactSchema } from '../rules/FactSchema';
import { CompiledScorecard } from './compileScorecard';

/** Changes with whatever entities are judged by, except how facts are typed. */
export function fingerprintOf(
  scorecards: CompiledScorecard[],
  sources: ReadonlyMap<string, FactSchema>,
): string {
  return hashOf([
    scorecards.map(({ definition, checks }) => [
      definition,
      checks.map(({ check }) => [
        check.definition,
        check.evidence.map(({ title }) => title),
        check.waitingFor,
        ...(check.untold === undefined ? [] : [check.untold]),
      ]),
    ]),
    [...sources.keys()],
  ]);
}

/** Types of facts decide how rules read them. */
export function schemaHashesOf(
  sources: ReadonlyMap<string, FactSchema>,
): [string, string][] {
  return [...sources]
    .map(([name, schema]): [string, string] => [name, schema.hash()])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
