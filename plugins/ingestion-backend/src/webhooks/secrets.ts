import { createHmac, timingSafeEqual } from 'node:crypto';
import { GithubWebhookSecret } from '../config/readWebhookConfig';

const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

/**
 * The secrets that the signature of a body was made with; none when it was
 * altered, or signed with another one. Every secret is tried, so that the time
 * says nothing.
 */
export function signersOf(
  body: Buffer,
  signature: string | undefined,
  secrets: readonly GithubWebhookSecret[],
): GithubWebhookSecret[] {
  const given = SIGNATURE.exec(signature ?? '')?.[1];
  if (given === undefined) {
    return [];
  }
  const wanted = Buffer.from(given, 'hex');
  return secrets.filter(({ secret }) =>
    timingSafeEqual(createHmac('sha256', secret).update(body).digest(), wanted),
  );
}

/** Whether a secret signs for a repository, given as `owner/name`. */
export function signsFor(
  { owner, repositories }: GithubWebhookSecret,
  repository: string,
): boolean {
  const name = repository.toLowerCase();
  return repositories.includes(name) || name.split('/')[0] === owner;
}
