import { LocatedDefinition } from './parseDefinitions';
import {
  CheckDefinition,
  ScorecardDefinition,
  SourceDefinition,
} from './types';

export function isCheck(
  item: LocatedDefinition,
): item is LocatedDefinition<CheckDefinition> {
  return item.definition.kind === 'check';
}

export function isScorecard(
  item: LocatedDefinition,
): item is LocatedDefinition<ScorecardDefinition> {
  return item.definition.kind === 'scorecard';
}

export function isSource(
  item: LocatedDefinition,
): item is LocatedDefinition<SourceDefinition> {
  return item.definition.kind === 'source';
}
