import { InputError } from '@backstage/errors';

/** A rule that does not parse, or whose types do not fit. */
export class RuleError extends InputError {
  /** Where in the text, counted in characters from 0. */
  readonly offset: number;
  /** What should stand there, where that can be said. */
  readonly expected?: string;

  constructor(message: string, offset: number, expected?: string) {
    super(message);
    this.offset = offset;
    this.expected = expected;
  }

  /** The same fault in a text in which the rule begins later. */
  shifted(by: number): RuleError {
    return new RuleError(this.message, this.offset + by, this.expected);
  }
}
