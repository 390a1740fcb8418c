import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { InputError } from '@backstage/errors';
import { readPersonas, SignedIn, whoIs } from './personas';

/** Header in which the sign-in page names the persona, or the loader a user. */
export const PERSONA_HEADER = 'x-synchrony-persona';

/**
 * Sign-in of the demo: a person picks a persona and is signed in as its user
 * of the demo organisation; what the demo's other people did, such as accepting
 * to be champion, the loader does as them. Does nothing unless `auth.providers.demo` is set,
 * which the root configuration only allows in development.
 */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-sign-in',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        if (!config.has('auth.providers.demo')) {
          return;
        }
        const personas = readPersonas(config);
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory<SignedIn>({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async (result: SignedIn) => ({
                profile: { displayName: result.title },
              }),
              initialize() {},
              async authenticate({ req }) {
                const name = req.header(PERSONA_HEADER);
                const result = whoIs(personas, name);
                if (!result) {
                  throw new InputError(
                    `The header ${PERSONA_HEADER} must be the ref of a user, or name one of: ${personas
                      .map(p => p.id)
                      .join(', ')}`,
                  );
                }
                return { result };
              },
            }),
            signInResolver: async ({ result }, context) =>
              context.signInWithCatalogUser({
                entityRef: result.userRef,
              }),
          }),
        });
      },
    });
  },
});
