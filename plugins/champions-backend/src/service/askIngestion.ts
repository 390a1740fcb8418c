import {
  AuthService,
  DiscoveryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { IngestionClient } from '@synchrony/backstage-plugin-ingestion-common';
import { asOwnService } from '@synchrony/backstage-plugin-scorecards-node';

const TIMEOUT_MS = 30_000;

/**
 * Ingestion, asked with the plugin's own rights, since nobody is signed in
 * while notices are made. Undefined unless the portal says that its policy lets
 * champions read the findings of what they look after.
 */
export function askIngestion(options: {
  auth: AuthService;
  config: RootConfigService;
  discovery: DiscoveryService;
}): IngestionClient | undefined {
  const { auth, config, discovery } = options;
  const mayCount =
    config.getOptionalBoolean('permission.enabled') === true &&
    config.getOptionalBoolean('champions.digest.countFindings') === true;
  if (!mayCount) {
    return undefined;
  }
  const ask = asOwnService(auth, 'ingestion');
  return new IngestionClient({
    discoveryApi: discovery,
    fetchApi: {
      fetch: (input, init) =>
        ask(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }),
    },
  });
}
