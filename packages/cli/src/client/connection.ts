import { CliError } from '../CliError';
import { EXIT_CODES } from '../exitCodes';

/**
 * Where Synchrony is, and the token that opens it.
 *
 * @public
 */
export interface Connection {
  /** Base URL of the back end, e.g. `https://portal.example.com`. */
  baseUrl: string;
  token: string;
}

/** Reads the two variables that a pipeline sets. */
export function connectionFromEnvironment(
  environment: NodeJS.ProcessEnv,
): Connection {
  const { SYNCHRONY_URL: url, SYNCHRONY_TOKEN: token } = environment;
  if (!url) {
    throw new CliError(
      'SYNCHRONY_URL is not set: set it to the address of the portal’s back end, for example https://portal.example.com.',
      EXIT_CODES.usage,
    );
  }
  if (!token) {
    throw new CliError(
      'SYNCHRONY_TOKEN is not set: set it to a token that may submit reports.',
      EXIT_CODES.usage,
    );
  }
  let parsed: URL | undefined;
  try {
    parsed = new URL(url);
  } catch {
    parsed = undefined;
  }
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new CliError(
      'SYNCHRONY_URL is not an http or https address.',
      EXIT_CODES.usage,
    );
  }
  return { baseUrl: `${parsed.origin}${parsed.pathname}`, token: token.trim() };
}

/** The address of a resource of ingestion; accepts a base with or without `/api`. */
export function ingestionUrl(connection: Connection, path: string): URL {
  const base = connection.baseUrl.replace(/\/+$/, '').replace(/\/api$/, '');
  return new URL(`${base}/api/ingestion${path}`);
}
