import { AuthService } from '@backstage/backend-plugin-api';

/**
 * A `fetch` that calls another plugin as this one.
 *
 * @public
 */
export function asOwnService(
  auth: AuthService,
  targetPluginId: string,
): typeof fetch {
  return async (input, init) => {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId,
    });
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return fetch(input, { ...init, headers });
  };
}
