import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';

/** The person who calls: a decision on a finding is never a machine's. */
export function actorOf(
  auth: AuthService,
  credentials: BackstageCredentials,
): string {
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError('Only people triage findings');
  }
  return normalizeEntityRef(credentials.principal.userEntityRef);
}
