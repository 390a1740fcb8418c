import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/**
 * A `fetch` that calls another plugin in somebody's name. An external service
 * can't be acted for: for one, and for plugins, this plugin calls as itself.
 *
 * @param timeoutMs - after which it gives up; never when absent
 * @public
 */
export function asCaller(
  auth: AuthService,
  credentials: BackstageCredentials,
  targetPluginId: string,
  timeoutMs?: number,
): typeof fetch {
  return async (input, init) => {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: auth.isPrincipal(credentials, 'user')
        ? credentials
        : await auth.getOwnServiceCredentials(),
      targetPluginId,
    });
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return fetch(input, {
      ...init,
      headers,
      ...(timeoutMs !== undefined && {
        signal: AbortSignal.timeout(timeoutMs),
      }),
    });
  };
}
