import { InputError } from '@backstage/errors';
import { RuleError } from '../rules/RuleError';

/** Keys and positions that lead to a place in a document. */
export type DefinitionPath = (string | number)[];

/** A definition that is well-formed and does not make sense. */
export class DefinitionError extends InputError {
  readonly path: DefinitionPath;
  /** Where in the rule that stands there, counted from 0. */
  readonly offset?: number;
  readonly expected?: string;

  constructor(
    path: DefinitionPath,
    message: string,
    place: { offset?: number; expected?: string } = {},
  ) {
    super(`${path.join('.')}: ${message}`);
    this.path = path;
    this.offset = place.offset;
    this.expected = place.expected;
  }
}

/** Compiles what stands at a place; says of a fault where it stands. */
export function at<T>(path: DefinitionPath, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    throw new DefinitionError(
      path,
      error instanceof Error ? error.message : String(error),
      error instanceof RuleError ? error : {},
    );
  }
}
