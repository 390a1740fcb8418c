import { UploadToken } from '@synchrony/backstage-plugin-ingestion-common';
import { StoredUploadToken } from '../store/UploadTokenStore';
import { stateOf } from '../uploadToken';

function isoOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

export function toUploadToken(
  token: StoredUploadToken,
  options: { now: number; manageable: boolean },
): UploadToken {
  return {
    id: token.id,
    name: token.name,
    entityRefs: token.entityRefs,
    createdBy: token.createdBy,
    createdAt: new Date(token.createdAt).toISOString(),
    expiresAt: new Date(token.expiresAt).toISOString(),
    lastUsedAt: isoOf(token.lastUsedAt),
    revokedAt: isoOf(token.revokedAt),
    replacedBy: token.replacedBy,
    state: stateOf(token, options.now),
    manageable: options.manageable,
  };
}
