import {
  EARNED_LEVELS,
  EVIDENCE_PACK_FORMATS,
  LEVELS,
  OUTCOMES,
  PACK_SOURCE_STATES,
  STAGES,
  WEIGHTS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const version = { type: 'integer', minimum: 1 };
const count = { type: 'integer', minimum: 0 };
const flag = { type: 'boolean' };
const points = { type: 'number', minimum: 0, maximum: 100 };
const earnedLevel = { enum: [...EARNED_LEVELS] };
const evidence = {
  fact: text,
  title: text,
  value: { type: ['string', 'number', 'boolean', 'null'] },
};

function answer(description: string, schema: object): object {
  return { description, content: { 'application/json': { schema } } };
}

function inPath(name: string): object {
  return { name, in: 'path', required: true, schema: text };
}

export const evidenceSchemas = {
  PackScorecard: object({
    id: text,
    version,
    title: text,
    sha256: hash,
    checks: listOf(
      object(
        {
          id: text,
          version,
          title: text,
          stage: { enum: [...STAGES] },
          weight: { enum: Object.keys(WEIGHTS) },
          requiredFor: earnedLevel,
          soonerFor: earnedLevel,
          waivable: flag,
          sensitive: flag,
          passWhen: text,
          sha256: hash,
        },
        ['requiredFor', 'soonerFor'],
      ),
    ),
  }),
  PackCheck: object(
    {
      id: text,
      version,
      outcome: { enum: [...OUTCOMES] },
      unknownReason: { enum: ['no_data', 'stale', 'error', 'forbidden'] },
      needsAttention: flag,
      requiredFor: earnedLevel,
      since: time,
      recordedAt: time,
      reason: text,
      evidence: listOf(ref('EvidenceItem')),
    },
    [
      'unknownReason',
      'needsAttention',
      'requiredFor',
      'since',
      'recordedAt',
      'reason',
      'evidence',
    ],
  ),
  PackStanding: object(
    {
      scorecardId: text,
      version,
      level: { enum: [...LEVELS] },
      targetLevel: earnedLevel,
      scoreLow: points,
      scoreHigh: points,
      evidencePct: points,
      waivers: count,
      since: time,
      recordedAt: time,
      checks: listOf(ref('PackCheck')),
      waiting: listOf(text),
    },
    [
      'targetLevel',
      'scoreLow',
      'scoreHigh',
      'evidencePct',
      'since',
      'recordedAt',
    ],
  ),
  PackEntity: object(
    {
      entityRef: text,
      ownerRefs: listOf(text),
      partOf: listOf(text),
      placeRecordedAt: time,
      tier: text,
      redacted: flag,
      standings: listOf(ref('PackStanding')),
      overdue: listOf(object({ ...evidence, asOf: time })),
    },
    ['placeRecordedAt', 'tier'],
  ),
  PackRecord: object(
    {
      source: text,
      kind: text,
      id: text,
      entityRef: text,
      title: text,
      status: text,
      until: time,
      details: listOf(object({ title: text, value: text })),
      steps: listOf(
        object({ at: time, what: text, by: text, as: text, note: text }, [
          'by',
          'as',
          'note',
        ]),
      ),
    },
    ['until'],
  ),
  EvidencePack: object(
    {
      format: { const: 'synchrony-evidence-pack/1' },
      entityRef: text,
      importantBusinessServices: listOf(text),
      at: time,
      isRecorded: flag,
      isPartial: flag,
      recordedUntil: time,
      scorecards: listOf(ref('PackScorecard')),
      entities: listOf(ref('PackEntity')),
      records: listOf(ref('PackRecord')),
      sources: listOf(
        object({ source: text, state: { enum: [...PACK_SOURCE_STATES] } }),
      ),
      notIncluded: listOf(object({ what: text, where: text })),
    },
    ['recordedUntil', 'importantBusinessServices'],
  ),
  SealedEvidencePack: object({ pack: ref('EvidencePack'), sha256: hash }),
};

export const evidencePaths = {
  '/evidence/{namespace}/{kind}/{name}': {
    get: {
      operationId: 'GetEvidencePack',
      summary:
        'What is recorded of a component, system or domain at a time; needs scorecards.audit.read',
      description:
        'The JSON is one line with keys in order; the hash is the SHA-256 of the bytes of the pack. Markdown and CSV end with the same hash.',
      parameters: [
        ...['namespace', 'kind', 'name'].map(inPath),
        {
          name: 'at',
          in: 'query',
          required: true,
          schema: time,
          description: 'The moment; not later than now',
        },
        {
          name: 'format',
          in: 'query',
          required: false,
          schema: { enum: [...EVIDENCE_PACK_FORMATS], default: 'json' },
          description: 'Of the file',
        },
      ],
      responses: {
        '200': {
          description: 'The pack',
          content: {
            'application/json': { schema: ref('SealedEvidencePack') },
            'text/markdown': { schema: text },
            'text/csv': { schema: text },
          },
        },
        '400': answer(
          'A parameter is wrong, the time lies in the future, or too much belongs to it',
          ref('Error'),
        ),
        '401': answer('Not signed in', ref('Error')),
        '403': answer('Not allowed', ref('Error')),
        '404': answer('There is none that the caller may see', ref('Error')),
        '503': answer(
          'A plugin whose records belong to the pack does not answer',
          ref('Error'),
        ),
      },
    },
  },
};
