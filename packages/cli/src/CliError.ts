import { ExitCode } from './exitCodes';

/**
 * Something that a person has to know, as one sentence, and how the process
 * ends because of it.
 *
 * @public
 */
export class CliError extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode,
  ) {
    super(message);
    this.name = 'CliError';
  }
}
