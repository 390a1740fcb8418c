import { UploadTokenState } from '@synchrony/backstage-plugin-ingestion-common';
import { StoredUploadToken, UploadTokenStore } from '../store/UploadTokenStore';
import {
  isSecretOf,
  isUsable,
  parseUploadToken,
  stateOf,
} from '../uploadToken';

/** What became of a token that was presented. */
export type CheckedUploadToken =
  | { valid: true; token: StoredUploadToken }
  | { valid: false; id?: string; reason: 'unknown' | UploadTokenState };

export interface UploadTokenCheckOptions {
  tokens: UploadTokenStore;
  clock: () => Date;
}

const LAST_USED_EVERY_MS = 60_000;

/** Tells whether an upload token is one, and works. */
export class UploadTokenCheck {
  readonly #options: UploadTokenCheckOptions;

  constructor(options: UploadTokenCheckOptions) {
    this.#options = options;
  }

  /** Whose secret is wrong learns nothing about whether the token exists. */
  async check(text: string): Promise<CheckedUploadToken> {
    const { clock, tokens } = this.#options;
    const presented = parseUploadToken(text);
    if (!presented) {
      return { valid: false, reason: 'unknown' };
    }
    const { id } = presented;
    const token = await tokens.get(id);
    if (!isSecretOf(presented, token?.secretHash) || !token) {
      return { valid: false, id, reason: 'unknown' };
    }
    const now = clock().getTime();
    if (!isUsable(token, now)) {
      return { valid: false, id, reason: stateOf(token, now) };
    }
    if ((token.lastUsedAt ?? 0) + LAST_USED_EVERY_MS <= now) {
      await tokens.setLastUsed(id, now);
    }
    return { valid: true, token };
  }
}
