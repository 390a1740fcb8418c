import {
  SEVERITIES,
  WAIVER_ACTIONS,
  WAIVER_EVENT_KINDS,
  WAIVER_ROLES,
  WAIVER_STATUSES,
  WAIVER_TREATMENTS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { JsonObject } from '@backstage/types';
import {
  count,
  flag,
  list,
  object,
  page,
  ref,
  text,
  time,
  words,
} from './building';

/** Between one and so many. */
function some(items: JsonObject, maxItems: number): JsonObject {
  return { ...list(items), minItems: 1, maxItems };
}

function target(
  kind: string,
  properties: JsonObject,
  optional: string[] = [],
): JsonObject {
  return object({ kind: { const: kind }, ...properties }, optional);
}

const waiverProperties: JsonObject = {
  id: text,
  target: ref('WaiverTarget'),
  title: text,
  status: words(WAIVER_STATUSES),
  reason: text,
  riskStatement: text,
  compensatingControls: text,
  treatment: words(WAIVER_TREATMENTS),
  linkedIssue: text,
  requester: text,
  requestedAt: time,
  startsAt: time,
  expiresAt: time,
  reviewAt: time,
  approvedAt: time,
  endedAt: time,
  renewedFrom: text,
  renewedBy: text,
  renewals: count,
  entityRefs: list(text),
  entityCount: count,
  hides: ref('WaiverCounts'),
  partial: flag,
  requirement: ref('WaiverRequirement'),
  approvals: list(
    object({ role: words(WAIVER_ROLES), approvedBy: text, at: time }, [
      'approvedBy',
      'at',
    ]),
  ),
  actions: list(words(WAIVER_ACTIONS)),
  approvableAs: list(words(WAIVER_ROLES)),
};

const waiverOptional = [
  'compensatingControls',
  'linkedIssue',
  'startsAt',
  'reviewAt',
  'approvedAt',
  'endedAt',
  'renewedFrom',
  'renewedBy',
  'requirement',
  'approvals',
];

/** What is said about waivers. */
export const waiverSchemas: JsonObject = {
  WaiverPage: page('Waiver'),
  WaiverTarget: {
    oneOf: [
      target('finding', { entityRef: text, findingIds: some(text, 100) }),
      target(
        'rule',
        {
          entityRef: text,
          tool: text,
          ruleId: text,
          package: {
            ...text,
            description: 'Package URL without version, instead of a tool',
          },
        },
        ['tool', 'ruleId', 'package'],
      ),
      target('advisory', {
        groupRef: text,
        advisoryId: { ...text, description: 'CVE or GHSA id' },
      }),
      target('check', { entityRef: text, checkIds: some(text, 20) }),
    ],
  },
  WaiverCounts: object({
    total: count,
    bySeverity: object(
      Object.fromEntries(SEVERITIES.map(severity => [severity, count])),
    ),
  }),
  WaiverRequirement: object(
    {
      roles: list(words(WAIVER_ROLES)),
      maxDays: { type: 'integer', minimum: 1 },
      worstSeverity: words(SEVERITIES),
      kev: { ...flag, description: 'It hides what is known to be exploited' },
      mostCriticalTier: text,
      because: list(text),
    },
    ['worstSeverity', 'kev', 'mostCriticalTier'],
  ),
  WaiverRequest: object(
    {
      target: ref('WaiverTarget'),
      reason: { ...text, maxLength: 2000 },
      riskStatement: { ...text, maxLength: 2000 },
      compensatingControls: { ...text, maxLength: 2000 },
      treatment: words(WAIVER_TREATMENTS),
      startsAt: { ...time, description: 'When it is approved by default' },
      expiresAt: time,
      reviewAt: time,
      linkedIssue: { ...text, description: 'http or https' },
    },
    ['compensatingControls', 'startsAt', 'reviewAt', 'linkedIssue'],
  ),
  WaiverPreviewRequest: object({ target: ref('WaiverTarget') }),
  WaiverActionRequest: object(
    {
      action: words(WAIVER_ACTIONS),
      text: { ...text, maxLength: 2000, description: 'Why' },
      role: {
        ...words(WAIVER_ROLES),
        description: 'As what to approve, with several roles',
      },
      expiresAt: { ...time, description: 'The end of a renewal' },
    },
    ['text', 'role', 'expiresAt'],
  ),
  WaiverPreview: object({
    target: ref('WaiverTarget'),
    title: text,
    hides: ref('WaiverCounts'),
    alreadyAccepted: count,
    findings: list(ref('Finding')),
    entities: list(object({ entityRef: text, findings: count })),
    entityCount: count,
    requirement: ref('WaiverRequirement'),
    latestExpiry: time,
    asOf: time,
  }),
  Waiver: object(waiverProperties, waiverOptional),
  WaiverDetail: object(
    {
      ...waiverProperties,
      log: list(
        object(
          {
            at: time,
            kind: words(WAIVER_EVENT_KINDS),
            actor: text,
            role: words(WAIVER_ROLES),
            note: text,
          },
          ['actor', 'role', 'note'],
        ),
      ),
      findings: list(ref('Finding')),
      asOf: time,
    },
    waiverOptional,
  ),
};
