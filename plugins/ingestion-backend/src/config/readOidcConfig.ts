import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { OIDC_PROVIDERS, OidcBinding, OidcIssuer, OidcProvider } from '../oidc';

const JWKS_PATHS: Record<OidcProvider, string> = {
  github: '/.well-known/jwks',
  gitlab: '/oauth/discovery/keys',
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Issuers whose ID tokens are exchanged; what is unclear stops the start. */
export function readOidcConfig(configs: Config[]): OidcIssuer[] {
  const issuers = configs.map(readIssuer);
  const names = issuers.map(({ issuer }) => issuer);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`ingestion.oidc names the issuer ${twice} twice`);
  }
  return issuers;
}

function readIssuer(config: Config): OidcIssuer {
  const issuer = config.getString('issuer');
  const provider = readProvider(config);
  const jwksUri =
    config.getOptionalString('jwksUri') ??
    `${issuer.replace(/\/$/, '')}${JWKS_PATHS[provider]}`;
  requireSafe(issuer, 'issuer');
  requireSafe(jwksUri, 'jwksUri');
  return {
    issuer,
    audience: config.getString('audience'),
    jwksUri,
    provider,
    bindings: config.getConfigArray('bindings').map(readBinding),
  };
}

function readProvider(config: Config): OidcProvider {
  const text = config.getString('provider');
  const provider = OIDC_PROVIDERS.find(name => name === text);
  if (!provider) {
    throw new InputError(
      `ingestion.oidc: provider must be among ${OIDC_PROVIDERS.join(', ')}, not ${text}`,
    );
  }
  return provider;
}

/** Keys that come unencrypted could be anybody's. */
function requireSafe(text: string, name: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (!safe) {
    throw new InputError(
      `ingestion.oidc: ${name} must be an https URL, not ${text}`,
    );
  }
}

function readBinding(config: Config): OidcBinding {
  const binding: OidcBinding = {
    owner: config.getString('owner'),
    repository: config.getOptionalString('repository'),
    ownerId: config.getOptionalString('ownerId'),
    repositoryId: config.getOptionalString('repositoryId'),
    ref: config.getOptionalString('ref'),
    entities: (config.getOptionalStringArray('entities') ?? []).map(
      normalizeEntityRef,
    ),
    fromCatalog: config.getOptionalBoolean('fromCatalog') ?? false,
  };
  const fault = faultOf(binding);
  if (fault) {
    throw new InputError(
      `ingestion.oidc: a binding of ${binding.owner}: ${fault}`,
    );
  }
  return binding;
}

function faultOf(binding: OidcBinding): string | undefined {
  if (binding.repository?.includes('/')) {
    return 'repository must be the name without its owner';
  }
  if (binding.repository === undefined && !binding.fromCatalog) {
    return 'repository may only be left out with fromCatalog: true';
  }
  if (binding.repository === undefined && binding.entities.length > 0) {
    return 'entities need a repository';
  }
  if (binding.entities.length === 0 && !binding.fromCatalog) {
    return 'it needs entities, or fromCatalog: true';
  }
  if (binding.ref !== undefined && !binding.ref.startsWith('refs/')) {
    return 'ref must be full, such as refs/heads/main';
  }
  if (binding.entities.some(ref => ref.includes('*'))) {
    return 'entities must be full refs, without *';
  }
  return undefined;
}
