import {
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  THREAT_FILE_KINDS,
  ThreatFileKind,
} from '@synchrony/backstage-plugin-ingestion-common';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ThreatIntelligence } from '../service/ThreatIntelligence';
import { drain } from './drain';

/** `/threat-intelligence`: files of EPSS, KEV and SSVC. */
export function createThreatIntelligenceRouter(options: {
  threatIntelligence: ThreatIntelligence;
  auth: AuthService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, auth, httpAuth, threatIntelligence } = options;
  const router = PromiseRouter();

  router.get('/threat-intelligence', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await threatIntelligence.status(credentials));
  });

  router.put('/threat-intelligence/:kind', async (request, response) => {
    try {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      await threatIntelligence.requireManage(credentials);
      const kind = parseKind(request.params.kind);
      response.json(
        await audited(
          auditor,
          {
            eventId: 'threat-intelligence-load',
            severityLevel: 'medium',
            request,
            meta: { kind },
          },
          () =>
            threatIntelligence.load(kind, {
              content: request.iterator({ destroyOnReturn: false }),
              name: nameOf(auth, credentials),
            }),
          ({ changed, rows = 0 }) => ({ changed, rows }),
        ),
      );
    } catch (error) {
      drain(request);
      throw error;
    }
  });

  return router;
}

function parseKind(text: string): ThreatFileKind {
  const kind = THREAT_FILE_KINDS.find(known => known === text);
  if (!kind) {
    throw new NotFoundError(
      `There is no ${text.slice(0, 40)}; there is ${THREAT_FILE_KINDS.join(', ')}`,
    );
  }
  return kind;
}

function nameOf(auth: AuthService, credentials: BackstageCredentials): string {
  if (auth.isPrincipal(credentials, 'user')) {
    return `upload by ${credentials.principal.userEntityRef}`;
  }
  return auth.isPrincipal(credentials, 'service')
    ? `upload by ${credentials.principal.subject}`
    : 'upload';
}
