import { InputError } from '@backstage/errors';
import {
  EVIDENCE_PACK_FORMATS,
  EvidencePackFormat,
} from '@synchrony/backstage-plugin-scorecards-common';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { packCsv } from '../evidence/packCsv';
import { packMarkdown } from '../evidence/packMarkdown';
import { SealedPack } from '../evidence/sealPack';
import type { RouterOptions } from './createRouter';

const querySchema = z.object({
  at: z.iso.datetime({ offset: true }),
  format: z.enum(EVIDENCE_PACK_FORMATS).default('json'),
});

interface Rendering {
  type: string;
  extension: string;
  render: (sealed: SealedPack) => string;
}

const RENDERINGS: Record<EvidencePackFormat, Rendering> = {
  json: {
    type: 'application/json',
    extension: 'json',
    render: ({ json }) => json,
  },
  markdown: {
    type: 'text/markdown; charset=utf-8',
    extension: 'md',
    render: packMarkdown,
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    extension: 'csv',
    render: packCsv,
  },
};

/** Evidence packs; each one that is drawn is told to the auditor. */
export function createEvidenceRouter(options: RouterOptions): Router {
  const { auditor, evidencePacks, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/:namespace/:kind/:name', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { kind, name, namespace } = request.params;
    const entityRef = `${kind}:${namespace}/${name}`;
    const query = querySchema.safeParse(request.query);
    if (!query.success) {
      throw new InputError(z.prettifyError(query.error));
    }
    const { at, format } = query.data;
    const sealed = await audited(
      auditor,
      {
        eventId: 'evidence-pack',
        severityLevel: 'medium',
        request,
        meta: { entityRef, at, format },
      },
      () => evidencePacks.pack(credentials, entityRef, new Date(at)),
      ({ pack, sha256 }) => ({ entities: pack.entities.length, sha256 }),
    );
    const { extension, render, type } = RENDERINGS[format];
    response
      .attachment(
        `evidence-${[kind, namespace, name, sealed.pack.at]
          .join('-')
          .replace(/[^\w.-]/g, '-')}.${extension}`,
      )
      .type(type)
      .send(render(sealed));
  });

  return router;
}
