import { APIRequestContext } from '@playwright/test';
import { PORTAL_URL } from './portal';

/** The token of a persona, as the sign-in page gets it. */
export async function personaToken(
  request: APIRequestContext,
  id: string,
): Promise<string> {
  const response = await request.get(`${PORTAL_URL}/api/auth/demo/refresh`, {
    headers: { 'x-synchrony-persona': id },
  });
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}

/** Asks an API of the portal with a token. */
export async function ask(
  request: APIRequestContext,
  path: string,
  token: string,
) {
  return request.get(`${PORTAL_URL}/api${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}
