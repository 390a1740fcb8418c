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
import { readPersonas } from './personas';

/** Header in which the sign-in page names the persona. */
export const PERSONA_HEADER = 'x-synchrony-persona';

interface PersonaResult {
  userRef: string;
  title: string;
}

/**
 * Sign-in of the demo: a person picks a persona and is signed in as its user
 * of the demo organisation. Does nothing unless `auth.providers.demo` is set,
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
          factory: createProxyAuthProviderFactory<PersonaResult>({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async (result: PersonaResult) => ({
                profile: { displayName: result.title },
              }),
              initialize() {},
              async authenticate({ req }) {
                const id = req.header(PERSONA_HEADER);
                const persona = personas.find(p => p.id === id);
                if (!persona) {
                  throw new InputError(
                    `The header ${PERSONA_HEADER} must name one of: ${personas
                      .map(p => p.id)
                      .join(', ')}`,
                  );
                }
                return { result: persona };
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
