import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { TeamErasurePreview } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Request, Router } from 'express';
import { ExpertisePrivacyService } from '../../service/ExpertisePrivacyService';
import { personRef } from './personRef';

/** What the audit keeps of an erasure: how much, and nothing of what it said. */
function auditMeta({ classes }: TeamErasurePreview) {
  return {
    classes: classes
      .filter(({ rows }) => rows > 0)
      .map(({ effect, rows, what }) => ({ what, rows, effect })),
  };
}

/** `/people/…/export` and `/people/…/erasure`. */
export function addPrivacyRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    privacy: ExpertisePrivacyService;
  },
): void {
  const { auditor, httpAuth, privacy } = options;
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/people/:namespace/:name/export', async (request, response) => {
    const credentials = await caller(request);
    response.json(
      await audited(
        auditor,
        { eventId: 'person-export', severityLevel: 'medium', request },
        () => privacy.export(credentials, personRef(request)),
      ),
    );
  });

  router.get('/people/:namespace/:name/erasure', async (request, response) => {
    const credentials = await caller(request);
    response.json(await privacy.preview(credentials, personRef(request)));
  });

  router.post('/people/:namespace/:name/erasure', async (request, response) => {
    const credentials = await caller(request);
    response.json(
      await audited(
        auditor,
        { eventId: 'person-erase', severityLevel: 'high', request },
        () => privacy.erase(credentials, personRef(request)),
        auditMeta,
      ),
    );
  });
}
