import { CliError } from '../CliError';
import { EXIT_CODES, ExitCode } from '../exitCodes';

interface ErrorBody {
  error?: {
    message?: string;
    details?: { path?: string; line?: number };
  };
}

/** A sentence about a report and the place in it that it is about. */
export function withPlace(
  sentence: string,
  details: { path?: string; line?: number } = {},
): string {
  const parts = [];
  if (details.path) {
    parts.push(`at ${details.path}`);
  }
  if (details.line) {
    parts.push(`line ${details.line}`);
  }
  return parts.length > 0
    ? `${sentence.replace(/\.$/, '')} (${parts.join(', ')})`
    : sentence;
}

function exitCodeOf(status: number): ExitCode {
  return [400, 413, 415, 422].includes(status)
    ? EXIT_CODES.rejected
    : EXIT_CODES.usage;
}

/** What a refusal means, in words. */
export async function responseError(response: Response): Promise<CliError> {
  const body = (await response.json().catch(() => ({}))) as ErrorBody;
  const said = body.error?.message?.split('\n')[0];
  const suffix = said ? `: ${said}` : '';
  switch (response.status) {
    case 401:
      return new CliError(
        'Synchrony does not know this token; check SYNCHRONY_TOKEN.',
        EXIT_CODES.usage,
      );
    case 403:
      return new CliError(
        `This token may not do that${suffix}`,
        EXIT_CODES.usage,
      );
    case 404:
      return new CliError(
        said
          ? `Not found${suffix}`
          : `There is no Synchrony at ${new URL(response.url).origin}; check SYNCHRONY_URL.`,
        EXIT_CODES.usage,
      );
    default:
      return new CliError(
        withPlace(
          `Synchrony refused it with ${response.status}${suffix}`,
          body.error?.details,
        ),
        exitCodeOf(response.status),
      );
  }
}
