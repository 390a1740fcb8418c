import { APIRequestContext, expect } from '@playwright/test';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ask, personaToken } from './api';
import { DATA_FOLDER, PORTAL_URL } from './portal';

/** As e2e/app-config.yaml names it; it is not there before a test writes it. */
const FILE = path.join(DATA_FOLDER, 'new-service.yaml');

/** The catalog's own name of a location of its configuration. */
function locationRef(): string {
  const hash = createHash('sha1').update(`file:${FILE}`).digest('hex');
  return `location:default/generated-${hash}`;
}

/** A team puts a new production service into the catalog. */
export async function addService(
  request: APIRequestContext,
  service: { name: string; team: string; system: string },
): Promise<void> {
  writeFileSync(
    FILE,
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: service.name,
        annotations: {
          'synchrony.io/criticality': 'tier-1',
          'synchrony.io/data-classification': 'confidential',
        },
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: `group:default/${service.team}`,
        system: service.system,
      },
    }),
  );
  const token = await personaToken(request, 'platform-admin');
  await expect(async () => {
    await request.post(`${PORTAL_URL}/api/catalog/refresh`, {
      headers: { authorization: `Bearer ${token}` },
      data: { entityRef: locationRef() },
    });
    const found = await ask(
      request,
      `/catalog/entities/by-name/component/default/${service.name}`,
      token,
    );
    expect(found.status()).toBe(200);
  }).toPass({ timeout: 60_000, intervals: [1_000] });
}
