const MASK = '***';

/** What is surely a credential, whoever reports it. */
const KNOWN = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(?:AKIA|ASIA|AGPA|AIDA|AROA|ANPA)[A-Z0-9]{12,}\b/g,
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk_live_|rk_live_|sk-|npm_|pypi-|hf_|dop_v1_|SG\.)[A-Za-z0-9_.-]{8,}/g,
  /\beyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+){0,2}/g,
];
const CREDENTIALS_IN_URL =
  /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@:]{0,200}:[^\s/@]{1,200}@/gi;
/** `Match: …`, `Secret: …`, `password = …`: the rest of the line is the value. */
const LABELLED =
  /\b(match|secret value|secret|offender|value|raw|password|passwd|pwd|token|api[_-]?key|key)(["']?\s*[:=]\s*)(?=\S)([^\n\r|]{1,2000})/gi;
const LONG_TOKEN = /[A-Za-z0-9+/_=-]{16,}/g;

function looksRandom(token: string): boolean {
  if (!/\d/.test(token) || !/[A-Za-z]/.test(token)) return false;
  if (/^CVE-|^CWE-|^GHSA-/i.test(token)) return false;
  // Words joined by hyphens, underscores or slashes are names and paths.
  const longest = Math.max(...token.split(/[/_-]/).map(part => part.length));
  return longest >= 12;
}

/**
 * A text about a secret without the secret: the values known to be secret,
 * known shapes of credentials, what stands after a label, and what looks
 * random. Rather a word too few than a value too many.
 */
export function redactSecrets(
  text: string,
  secrets: readonly string[] = [],
): string {
  let redacted = text;
  for (const secret of secrets) {
    const value = secret.trim();
    if (value.length >= 4) redacted = redacted.split(value).join(MASK);
  }
  for (const shape of KNOWN) redacted = redacted.replace(shape, MASK);
  return redacted
    .replace(CREDENTIALS_IN_URL, `$1${MASK}@`)
    .replace(LABELLED, `$1$2${MASK}`)
    .replace(LONG_TOKEN, (token, offset: number, whole: string) =>
      looksRandom(token) &&
      !/\bcommit:? $/i.test(whole.slice(Math.max(0, offset - 9), offset))
        ? MASK
        : token,
    );
}

/** Shorter values stand in paths by chance, such as `test`. */
const SHORTEST_IN_PATH = 8;

/** A path or address without the values known to be secret. */
export function maskInPath(
  path: string | undefined,
  secrets: readonly unknown[],
): string | undefined {
  let masked = path;
  for (const secret of secrets) {
    const value = typeof secret === 'string' ? secret.trim() : '';
    if (masked && value.length >= SHORTEST_IN_PATH) {
      masked = masked.split(value).join(MASK);
    }
  }
  return masked;
}
