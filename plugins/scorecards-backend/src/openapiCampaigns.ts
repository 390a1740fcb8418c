import {
  CAMPAIGN_ACTIONS,
  CAMPAIGN_STATUSES,
  CAMPAIGN_TRANSITIONS,
  EARNED_LEVELS,
  EXEMPTION_ACTIONS,
  EXEMPTION_STATUSES,
  EXEMPTION_TRANSITIONS,
  LEVELS,
  OUTCOMES,
  PROGRESS_DIMENSIONS,
  STANDINGS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { listOf, object, ref } from './openapiShapes';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };
const percent = { type: 'number', minimum: 0, maximum: 100.000001 };
const time = { type: 'string', format: 'date-time' };
const day = { type: 'string', format: 'date' };
const level = { enum: [...EARNED_LEVELS] };
const standing = { enum: [...STANDINGS] };
const pageInfo = object({ nextCursor: text }, ['nextCursor']);

const counts = {
  total: count,
  standings: object(Object.fromEntries(STANDINGS.map(each => [each, count]))),
  counted: count,
  passedPct: percent,
};

const judged = {
  scorecardId: text,
  scope: object(
    {
      within: listOf(text),
      types: listOf(text),
      tiers: listOf(text),
      lifecycles: listOf(text),
    },
    ['within', 'types', 'tiers', 'lifecycles'],
  ),
  goal: object({ checks: listOf(text), level }, ['level']),
};

const input = {
  ...judged,
  title: text,
  description: text,
  startDate: day,
  targetDate: day,
  milestones: listOf(object({ date: day, sharePct: percent })),
  reminderDays: listOf(count),
};

export const campaignSchemas = {
  CampaignInput: object(input, ['description', 'reminderDays']),
  CampaignPreviewInput: object(judged),
  CampaignPoint: object({ day, ...counts, joined: count, left: count }, [
    'passedPct',
  ]),
  Campaign: object(
    {
      ...input,
      id: text,
      status: { enum: [...CAMPAIGN_STATUSES] },
      version: count,
      createdBy: text,
      createdAt: time,
      updatedAt: time,
      endedAt: time,
      actions: listOf({ enum: [...CAMPAIGN_ACTIONS] }),
      mayEdit: flag,
      checkTitles: { type: 'object', additionalProperties: text },
      latest: ref('CampaignPoint'),
    },
    ['description', 'reminderDays', 'endedAt', 'latest'],
  ),
  CampaignsPage: object({
    items: listOf(ref('Campaign')),
    mayManage: flag,
    pageInfo,
  }),
  CampaignProgress: object(
    {
      by: { enum: [...PROGRESS_DIMENSIONS] },
      overall: object(counts, ['passedPct']),
      rows: listOf(object({ ref: text, ...counts }, ['ref', 'passedPct'])),
      final: ref('CampaignPoint'),
      totalIsLowerBound: flag,
      asOf: time,
    },
    ['final', 'totalIsLowerBound'],
  ),
  CampaignHistory: object(
    { points: listOf(ref('CampaignPoint')), withheld: flag },
    ['withheld'],
  ),
  CampaignEntityRow: object(
    {
      entityRef: text,
      title: text,
      ownerRef: text,
      tier: text,
      level: { enum: [...LEVELS] },
      standing,
      missing: listOf(
        object(
          {
            checkId: text,
            title: text,
            outcome: { enum: [...OUTCOMES] },
            needsAttention: flag,
          },
          ['needsAttention'],
        ),
      ),
      missingLevel: level,
      exemptUntil: day,
      mayRequestExemption: flag,
    },
    ['title', 'ownerRef', 'tier', 'missingLevel', 'exemptUntil'],
  ),
  CampaignEntitiesPage: object(
    {
      items: listOf(ref('CampaignEntityRow')),
      totalItems: count,
      totalIsLowerBound: flag,
      pageInfo,
    },
    ['totalIsLowerBound'],
  ),
  ScopeChangesPage: object({
    items: listOf(
      object({ entityRef: text, kind: { enum: ['joined', 'left'] }, day }),
    ),
    pageInfo,
  }),
  CampaignPreview: object(
    {
      overall: object(counts, ['passedPct']),
      items: listOf(ref('CampaignEntityRow')),
      totalIsLowerBound: flag,
    },
    ['totalIsLowerBound'],
  ),
  CampaignGoals: object({
    items: listOf(
      object({
        scorecardId: text,
        title: text,
        checks: listOf(object({ id: text, title: text })),
      }),
    ),
  }),
  EntityCampaigns: object({
    items: listOf(
      object({
        id: text,
        title: text,
        startDate: day,
        targetDate: day,
        row: ref('CampaignEntityRow'),
      }),
    ),
  }),
  ExemptionRequest: object({ entityRef: text, reason: text, until: day }),
  Exemption: object(
    {
      id: text,
      campaignId: text,
      entityRef: text,
      status: { enum: [...EXEMPTION_STATUSES] },
      until: day,
      requestedAt: time,
      decidedAt: time,
      reason: text,
      requestedBy: text,
      decidedBy: text,
      note: text,
      redacted: flag,
      actions: listOf({ enum: [...EXEMPTION_ACTIONS] }),
    },
    ['decidedAt', 'reason', 'requestedBy', 'decidedBy', 'note'],
  ),
  ExemptionsPage: object({ items: listOf(ref('Exemption')), pageInfo }),
};

function content(schema: object): object {
  return { content: { 'application/json': { schema } } };
}

function inPath(name: string): object {
  return { name, in: 'path', required: true, schema: text };
}

function inQuery(name: string, schema: object, description: string): object {
  return { name, in: 'query', required: false, schema, description };
}

const paging = [
  inQuery('cursor', text, 'From pageInfo of the page before'),
  inQuery(
    'limit',
    { type: 'integer', minimum: 1, maximum: 1000, default: 50 },
    'Rows a page',
  ),
];

interface OperationOptions {
  id: string;
  summary: string;
  answer: keyof typeof campaignSchemas;
  parameters?: object[];
  body?: object;
  status?: string;
}

function operation(options: OperationOptions): object {
  const { answer, body, id, parameters = [], summary } = options;
  const error = (description: string) => ({
    description,
    ...content(ref('Error')),
  });
  return {
    operationId: id,
    summary,
    parameters,
    ...(body && { requestBody: { required: true, ...content(body) } }),
    responses: {
      [options.status ?? '200']: {
        description: summary,
        ...content(ref(answer)),
      },
      '400': error('Something is wrong; it says what and where'),
      '401': error('Not signed in'),
      '403': error('Not allowed'),
      '404': error('There is none that the caller may see'),
      '409': error('It stands otherwise by now'),
    },
  };
}

function stepsOf(
  table: readonly { action: string; from: readonly string[]; to: string }[],
): string {
  return table
    .map(({ action, from, to }) => `${action}: ${from.join(' or ')} → ${to}`)
    .join('; ');
}

const id = inPath('id');

export const campaignPaths = {
  '/campaigns': {
    get: operation({
      id: 'GetCampaigns',
      summary: 'Campaigns, those with the latest target first',
      answer: 'CampaignsPage',
      parameters: [
        inQuery(
          'status',
          listOf({ enum: [...CAMPAIGN_STATUSES] }),
          'Statuses to show',
        ),
        ...paging,
      ],
    }),
    post: operation({
      id: 'CreateCampaign',
      summary: 'Makes a draft',
      answer: 'Campaign',
      body: ref('CampaignInput'),
      status: '201',
    }),
  },
  '/campaigns/preview': {
    post: operation({
      id: 'PreviewCampaign',
      summary: 'Who would be in scope, and how they stand now',
      answer: 'CampaignPreview',
      body: ref('CampaignPreviewInput'),
    }),
  },
  '/campaigns/goals': {
    get: operation({
      id: 'GetCampaignGoals',
      summary: 'What a campaign can ask for',
      answer: 'CampaignGoals',
    }),
  },
  '/campaigns/{id}': {
    get: operation({
      id: 'GetCampaign',
      summary: 'One campaign',
      answer: 'Campaign',
      parameters: [id],
    }),
    put: operation({
      id: 'UpdateCampaign',
      summary: 'Changes a draft, or a running one but for its goal and start',
      answer: 'Campaign',
      parameters: [id],
      body: object({ ...input, version: count }, [
        'description',
        'reminderDays',
      ]),
    }),
  },
  '/campaigns/{id}/actions': {
    post: operation({
      id: 'ActOnCampaign',
      summary: stepsOf(CAMPAIGN_TRANSITIONS),
      answer: 'Campaign',
      parameters: [id],
      body: object({ action: { enum: [...CAMPAIGN_ACTIONS] } }),
    }),
  },
  '/campaigns/{id}/progress': {
    get: operation({
      id: 'GetCampaignProgress',
      summary: 'How it stands, by owner or platform',
      answer: 'CampaignProgress',
      parameters: [
        id,
        inQuery('by', { enum: [...PROGRESS_DIMENSIONS] }, 'What a row is'),
      ],
    }),
  },
  '/campaigns/{id}/history': {
    get: operation({
      id: 'GetCampaignHistory',
      summary: 'Daily counts, oldest first',
      answer: 'CampaignHistory',
      parameters: [id],
    }),
  },
  '/campaigns/{id}/entities': {
    get: operation({
      id: 'GetCampaignEntities',
      summary: 'Who is in scope, and what each lacks',
      answer: 'CampaignEntitiesPage',
      parameters: [
        id,
        inQuery('standing', listOf(standing), 'Standings to show'),
        inQuery('owner', listOf(text), 'Refs of owners; alternatives'),
        inQuery('platform', text, 'Ref of a row of progress by platform'),
        ...paging,
      ],
    }),
  },
  '/campaigns/{id}/scope-changes': {
    get: operation({
      id: 'GetScopeChanges',
      summary: 'Who came into scope or left it after the first count',
      answer: 'ScopeChangesPage',
      parameters: [id, ...paging],
    }),
  },
  '/campaigns/{id}/exemptions': {
    get: operation({
      id: 'GetExemptions',
      summary: 'Requests to be exempt, newest first',
      answer: 'ExemptionsPage',
      parameters: [id, ...paging],
    }),
    post: operation({
      id: 'RequestExemption',
      summary: 'Asks that an entity be exempt until a day',
      answer: 'Exemption',
      parameters: [id],
      body: ref('ExemptionRequest'),
      status: '201',
    }),
  },
  '/campaigns/{id}/exemptions/{exemptionId}/actions': {
    post: operation({
      id: 'ActOnExemption',
      summary: stepsOf(EXEMPTION_TRANSITIONS),
      answer: 'Exemption',
      parameters: [id, inPath('exemptionId')],
      body: object({ action: { enum: [...EXEMPTION_ACTIONS] }, note: text }, [
        'note',
      ]),
    }),
  },
  '/entities/{namespace}/{kind}/{name}/campaigns': {
    get: operation({
      id: 'GetEntityCampaigns',
      summary: 'Running campaigns that the entity is part of',
      answer: 'EntityCampaigns',
      parameters: ['namespace', 'kind', 'name'].map(inPath),
    }),
  },
};
