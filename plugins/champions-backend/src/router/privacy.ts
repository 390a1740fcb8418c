import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  audited,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Request, Router } from 'express';
import { auditMeta } from '../privacy/auditMeta';
import { PrivacyService } from '../service/PrivacyService';

/** `/people/…/export` and `/people/…/erasure`. */
export function addPrivacyRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    privacy: PrivacyService;
  },
): void {
  const { auditor, httpAuth, privacy } = options;
  const person = ({ params }: Request) =>
    normalizeEntityRef(
      stringifyEntityRef({
        kind: 'User',
        namespace: params.namespace,
        name: params.name,
      }),
    );
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/people/:namespace/:name/export', async (request, response) => {
    const credentials = await caller(request);
    response.json(
      await audited(
        auditor,
        { eventId: 'person-export', severityLevel: 'medium', request },
        () => privacy.export(credentials, person(request)),
      ),
    );
  });

  router.get('/people/:namespace/:name/erasure', async (request, response) => {
    const credentials = await caller(request);
    response.json(await privacy.preview(credentials, person(request)));
  });

  router.post('/people/:namespace/:name/erasure', async (request, response) => {
    const credentials = await caller(request);
    response.json(
      await audited(
        auditor,
        { eventId: 'person-erase', severityLevel: 'high', request },
        () => privacy.erase(credentials, person(request)),
        auditMeta,
      ),
    );
  });
}
