import { createHash } from 'node:crypto';
import { EvidencePack } from '@synchrony/backstage-plugin-scorecards-common';
import { canonicalJson } from '@synchrony/backstage-plugin-scorecards-node';

/** A pack with its bytes and their hash. */
export interface SealedPack {
  pack: EvidencePack;
  /** `{"pack":…,"sha256":…}` in one line. */
  json: string;
  /** SHA-256 of the pack's bytes, in hexadecimal. */
  sha256: string;
}

/** Equal packs have equal bytes. */
export function sealPack(pack: EvidencePack): SealedPack {
  const bytes = canonicalJson(pack);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { pack, json: `{"pack":${bytes},"sha256":"${sha256}"}`, sha256 };
}
