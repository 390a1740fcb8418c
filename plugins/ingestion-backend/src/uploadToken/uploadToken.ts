import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { REPORT_SOURCE_PREFIXES } from '@synchrony/backstage-plugin-ingestion-common';

/** A token that arrives: only its form is known to be right. */
export interface PresentedToken {
  id: string;
  secret: string;
}

/** A new token; only the hash of its secret is kept. */
export interface GeneratedToken {
  id: string;
  text: string;
  secretHash: string;
}

const PREFIX = 'syn_';
const FORM = /^syn_([0-9a-f]{24})_([A-Za-z0-9_-]{43})$/;
const SUBJECT = REPORT_SOURCE_PREFIXES.upload_token;

function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/** Compared with where there is no token, so that both take the same time. */
const NO_HASH = hashOf('');

export function generateUploadToken(): GeneratedToken {
  const id = randomBytes(12).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return {
    id,
    text: `${PREFIX}${id}_${secret}`,
    secretHash: hashOf(secret),
  };
}

/** Whether the text means to be an upload token. */
export function looksLikeUploadToken(text: string): boolean {
  return text.startsWith(PREFIX);
}

export function parseUploadToken(text: string): PresentedToken | undefined {
  const match = FORM.exec(text);
  return match ? { id: match[1], secret: match[2] } : undefined;
}

/** Takes the same time whether or not there is such a token. */
export function isSecretOf(
  presented: PresentedToken,
  secretHash: string | undefined,
): boolean {
  const equal = timingSafeEqual(
    Buffer.from(hashOf(presented.secret), 'base64url'),
    Buffer.from(secretHash ?? NO_HASH, 'base64url'),
  );
  return equal && secretHash !== undefined;
}

/** Under which name receipts keep what the token sent. */
export function subjectOfUploadToken(id: string): string {
  return `${SUBJECT}${id}`;
}

/** The id in the name of a submitter, when that is an upload token. */
export function uploadTokenIdOf(subject: string): string | undefined {
  return subject.startsWith(SUBJECT)
    ? subject.slice(SUBJECT.length)
    : undefined;
}
