import { JsonObject } from '@backstage/types';
import {
  CONTROL_TYPES,
  GATE_REASON_KINDS,
  GATE_VERDICTS,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { count, flag, list, object, ref, text, time } from './building';
import { answer, errors } from './operations';
import { perSeverity } from './perSeverity';

/** What the gate is asked, and what it answers. */
export const gateSchemas: JsonObject = {
  GateRequest: object(
    {
      entityRef: { ...text, description: 'The entity that is built' },
      ref: {
        ...text,
        description: 'Branch or tag to judge; the base by default',
      },
      commit: {
        ...text,
        description: 'Commit whose scans have to be there, hexadecimal',
      },
      base: {
        ...text,
        description:
          'Branch or tag to compare with; the default ref of the entity by default. Tokens name one that was scanned',
      },
      policy: { ...text, description: 'Id of a policy' },
    },
    ['ref', 'commit', 'base', 'policy'],
  ),
  GateReason: object(
    {
      kind: { type: 'string', enum: [...GATE_REASON_KINDS] },
      verdict: { type: 'string', enum: [...GATE_VERDICTS] },
      message: text,
      findingId: text,
      severity: { type: 'string', enum: [...SEVERITIES] },
      kev: { ...flag, description: 'Whether it is known to be exploited' },
      type: { type: 'string', enum: [...CONTROL_TYPES] },
      title: text,
      ruleId: text,
      location: ref('FindingLocation'),
      tool: text,
      dueAt: time,
      waivedUntil: time,
    },
    [
      'findingId',
      'severity',
      'kev',
      'type',
      'title',
      'ruleId',
      'location',
      'tool',
      'dueAt',
      'waivedUntil',
    ],
  ),
  GateAnswer: object(
    {
      entityRef: text,
      verdict: { type: 'string', enum: [...GATE_VERDICTS] },
      reasons: list(ref('GateReason')),
      counts: object({
        new: perSeverity,
        overdue: perSeverity,
        accepted: count,
        fixed: count,
        unknown: count,
      }),
      ref: text,
      commit: text,
      base: text,
      policy: object({ id: text, failClosed: flag }),
      links: object({ findings: text }),
      asOf: time,
    },
    ['ref', 'commit'],
  ),
};

/** The verdict on a build. */
export const gatePaths: JsonObject = {
  '/gate': {
    post: {
      summary: 'A verdict on what a ref brings in since the base',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/GateRequest' },
          },
        },
      },
      responses: {
        '200': answer('The verdict and its reasons', 'GateAnswer'),
        ...errors(400, 401, 403, 404, 422),
      },
    },
  },
};
