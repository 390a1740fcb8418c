import { UploadTokenState } from '@synchrony/backstage-plugin-ingestion-common';

/** What the state of a token follows from. */
export interface TokenTimes {
  expiresAt: number;
  revokedAt?: number;
  replacedBy?: string;
}

export function stateOf(token: TokenTimes, now: number): UploadTokenState {
  if (token.revokedAt !== undefined) {
    return 'revoked';
  }
  if (token.expiresAt <= now) {
    return 'expired';
  }
  return token.replacedBy === undefined ? 'active' : 'replaced';
}

/** A replaced token works on, for the time that rotation left it. */
export function isUsable(token: TokenTimes, now: number): boolean {
  const state = stateOf(token, now);
  return state === 'active' || state === 'replaced';
}
