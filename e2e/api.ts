import { APIRequestContext, expect } from '@playwright/test';
import { PORTAL_URL } from './portal';
import { refOf } from './services';

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

/** Sends a report of a service as a pipeline does. */
export async function send(
  request: APIRequestContext,
  service: string,
  report: object,
  token = 'demo-ci-token',
) {
  return request.post(`${PORTAL_URL}/api/ingestion/reports`, {
    params: { entityRef: refOf(service) },
    headers: { authorization: `Bearer ${token}` },
    data: report,
  });
}

/** Sends a report and waits until its findings can be seen. */
export async function sendAndWait(
  request: APIRequestContext,
  service: string,
  report: object,
  token = 'demo-ci-token',
) {
  const { reportId } = await (
    await send(request, service, report, token)
  ).json();
  const receipt = await ask(
    request,
    `/ingestion/reports/${reportId}?wait=30`,
    token,
  );
  expect(await receipt.json()).toMatchObject({ status: 'processed' });
}
