import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { evidenceReadPermission } from '@synchrony/backstage-plugin-scorecards-common';

export const USER_REF = 'user:default/reader';
export const OWNER_REF = 'group:default/owners';

const PROVIDER = 'benchmarks';

/** Signs everyone in as one user; only in the back ends of a benchmark run. */
export const signInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'benchmarks-sign-in',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: PROVIDER,
          factory: createProxyAuthProviderFactory({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async () => ({ profile: {} }),
              initialize() {},
              async authenticate() {
                return { result: {} };
              },
            }),
            signInResolver: async (_, context) =>
              context.issueToken({
                claims: { sub: USER_REF, ent: [USER_REF, OWNER_REF] },
              }),
          }),
        });
      },
    });
  },
});

/** Decides as the portal's policy does for an owner: evidence by condition, all else allowed. */
async function decide(
  request: PolicyQuery,
  user?: PolicyQueryUser,
): Promise<PolicyDecision> {
  if (!user) {
    return { result: AuthorizeResult.DENY };
  }
  if (request.permission.name !== evidenceReadPermission.name) {
    return { result: AuthorizeResult.ALLOW };
  }
  const { resourceType } = evidenceReadPermission;
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'scorecards',
    resourceType,
    conditions: {
      rule: 'IS_ENTITY_OWNER',
      resourceType,
      params: { claims: user.info.ownershipEntityRefs },
    },
  };
}

/** The same, but the catalog shows people only what they own. */
async function decideByOwner(
  request: PolicyQuery,
  user?: PolicyQueryUser,
): Promise<PolicyDecision> {
  if (!user || request.permission.name !== catalogEntityReadPermission.name) {
    return decide(request, user);
  }
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: catalogEntityReadPermission.resourceType,
    conditions: {
      rule: 'IS_ENTITY_OWNER',
      resourceType: catalogEntityReadPermission.resourceType,
      params: { claims: [OWNER_REF] },
    },
  };
}

/** The policy of a back end of a benchmark. */
export function createPolicyModule(
  options: { conditionalCatalog?: boolean } = {},
) {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'benchmarks-policy',
    register(env) {
      env.registerInit({
        deps: { policy: policyExtensionPoint },
        async init({ policy }) {
          policy.setPolicy({
            handle: options.conditionalCatalog ? decideByOwner : decide,
          });
        },
      });
    },
  });
}

/** A token of a signed-in user, as the portal's front end gets one. */
export async function signIn(baseUrl: string): Promise<string> {
  const response = await fetch(`${baseUrl}/api/auth/${PROVIDER}/refresh`);
  if (!response.ok) {
    throw new Error(`Could not sign in: ${response.status}`);
  }
  const session = await response.json();
  return session.backstageIdentity.token;
}

export const SIGN_IN_CONFIG = { providers: { [PROVIDER]: {} } };
