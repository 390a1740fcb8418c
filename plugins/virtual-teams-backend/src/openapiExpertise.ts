import {
  ENDORSEMENT_CONTEXTS,
  EXPERTISE_VISIBILITIES,
  SKILL_CATEGORIES,
  SKILL_LEVELS,
  WILLING,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { JsonObject } from '@backstage/types';

const text: JsonObject = { type: 'string' };
const time: JsonObject = { type: 'string', format: 'date-time' };
const count: JsonObject = { type: 'integer', minimum: 0 };
const flag: JsonObject = { type: 'boolean' };

function oneOf(values: readonly string[]): JsonObject {
  return { type: 'string', enum: [...values] };
}

function list(items: JsonObject): JsonObject {
  return { type: 'array', items };
}

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function object(properties: JsonObject, optional: string[] = []): JsonObject {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter(name => !optional.includes(name)),
    additionalProperties: false,
  };
}

function json(schema: string): JsonObject {
  return { 'application/json': { schema: ref(schema) } };
}

const REFUSALS: Record<string, string> = {
  '400': 'The request is wrong; the message says where',
  '403': 'Not allowed',
  '404': 'Not there, or not shown to the reader',
  '409': 'It was done already',
  '422': 'It does not go with what is kept',
};

function operation(
  summary: string,
  answer: string | undefined,
  refusals: string[],
  rest: JsonObject = {},
  status = '200',
): JsonObject {
  return {
    summary,
    ...rest,
    responses: {
      ...(answer === undefined
        ? { '204': { description: 'Done' } }
        : { [status]: { description: 'OK', content: json(answer) } }),
      ...Object.fromEntries(
        refusals.map(each => [each, { description: REFUSALS[each] }]),
      ),
    },
  };
}

function inPath(...names: string[]): JsonObject {
  return {
    parameters: names.map(name => ({
      name,
      in: 'path',
      required: true,
      schema: text,
    })),
  };
}

function body(schema: string): JsonObject {
  return { requestBody: { required: true, content: json(schema) } };
}

const person = inPath('namespace', 'name');
const skill = inPath('skillId');

/** Skills, profiles, endorsements, discovery, search and privacy. */
export const expertisePaths: JsonObject = {
  '/skills': {
    get: operation('The taxonomy of skills', 'SkillTaxonomy', ['403']),
  },
  '/profile': {
    get: operation('What the reader shares', 'MyProfile', ['403']),
    put: operation(
      'Changes who finds the reader, and their time',
      'MyProfile',
      ['400', '403'],
      body('ProfileInput'),
    ),
    delete: operation('Withdraws everything', undefined, ['403']),
  },
  '/profile/skills/{skillId}': {
    put: operation(
      'Declares a skill',
      'Expertise',
      ['400', '403', '404', '422'],
      { ...skill, ...body('ExpertiseInput') },
    ),
    delete: operation('Withdraws a skill', undefined, ['403', '404'], skill),
  },
  '/profile/skills/{skillId}/confirm': {
    post: operation('Confirms a skill', 'Expertise', ['403', '404'], skill),
  },
  '/people/{namespace}/{name}/profile': {
    get: operation(
      'What somebody shares with the reader',
      'PersonProfile',
      ['403'],
      person,
    ),
  },
  '/people/{namespace}/{name}/endorsements': {
    post: operation(
      'Endorses somebody for a skill that the reader sees',
      'Endorsement',
      ['400', '403', '404', '409', '422'],
      { ...person, ...body('EndorsementInput') },
      '201',
    ),
  },
  '/endorsements/{id}': {
    delete: operation(
      'Removes an endorsement that the reader gave or got',
      undefined,
      ['403', '404'],
      inPath('id'),
    ),
  },
  '/discovery': {
    get: operation(
      'Finds people who chose to be found, teams and open roles',
      'DiscoveryPage',
      ['400', '403'],
      {
        parameters: [
          ['q', text],
          ['skills', list(text)],
          ['level', oneOf(SKILL_LEVELS)],
          ['platform', text],
          ['willing', list(oneOf(WILLING))],
          ['available', flag],
          ['types', list(oneOf(['person', 'team', 'open_role']))],
          ['cursor', text],
          ['limit', { type: 'integer', minimum: 1, maximum: 100 }],
        ].map(([name, schema]) => ({ name, in: 'query', schema })),
      },
    ),
  },
  '/matrix': {
    get: operation('Skills by platform', 'SkillMatrix', ['403']),
  },
  '/search/documents': {
    get: operation(
      'What the portal may index; for services',
      'SearchDocuments',
      ['403'],
    ),
  },
  '/people/{namespace}/{name}/export': {
    get: operation(
      'Everything that is kept of somebody',
      'TeamPersonExport',
      ['403'],
      person,
    ),
  },
  '/people/{namespace}/{name}/erasure': {
    get: operation(
      'What erasing would do',
      'TeamErasurePreview',
      ['403'],
      person,
    ),
    post: operation('Erases somebody', 'TeamErasurePreview', ['403'], person),
  },
};

const endorsement: JsonObject = {
  id: text,
  endorserRef: text,
  context: oneOf(ENDORSEMENT_CONTEXTS),
  subject: text,
  text,
  at: time,
  counts: flag,
};

const shownSkill: JsonObject = {
  skillId: text,
  skillName: text,
  level: oneOf(SKILL_LEVELS),
  willing: list(oneOf(WILLING)),
  evidenceLinks: list(text),
  visibility: oneOf(EXPERTISE_VISIBILITIES),
  confirmedAt: time,
  isStale: flag,
  endorsementCount: count,
  replacedBy: text,
};

const profileWords: JsonObject = {
  visibility: oneOf(EXPERTISE_VISIBILITIES),
  availability: oneOf(['free', 'limited', 'none', 'not_stated']),
  limitPct: { type: 'integer', minimum: 1, maximum: 100 },
  note: text,
};

const profile: JsonObject = {
  userRef: text,
  ...profileWords,
  homeGroupRef: text,
  platformRef: text,
  expertise: list(ref('Expertise')),
  updatedAt: time,
};

const PROFILE_OPTIONAL = [
  'limitPct',
  'note',
  'homeGroupRef',
  'platformRef',
  'updatedAt',
];

const why = list(object({ kind: text, text }));
const rows = list({ type: 'object' });

export const expertiseSchemas: JsonObject = {
  Skill: object(
    {
      id: text,
      name: text,
      category: oneOf(SKILL_CATEGORIES),
      description: text,
      aliases: list(text),
      broader: list(text),
      related: list(text),
      status: oneOf(['active', 'deprecated']),
      mergedInto: text,
      checkIds: list(text),
    },
    ['description', 'mergedInto'],
  ),
  SkillTaxonomy: object(
    {
      items: list(ref('Skill')),
      location: text,
      loadedAt: time,
      faults: list(
        object({ message: text, line: count, column: count }, [
          'line',
          'column',
        ]),
      ),
    },
    ['location'],
  ),
  Endorsement: object(endorsement, ['subject']),
  EndorsementInput: object(
    {
      skillId: text,
      context: oneOf(ENDORSEMENT_CONTEXTS),
      subject: text,
      text,
    },
    ['subject'],
  ),
  Expertise: object({ ...shownSkill, endorsements: list(ref('Endorsement')) }, [
    'visibility',
    'replacedBy',
  ]),
  ExpertiseInput: object(
    {
      level: oneOf(SKILL_LEVELS),
      willing: list(oneOf(WILLING)),
      evidenceLinks: list(text),
      visibility: oneOf(EXPERTISE_VISIBILITIES),
    },
    ['visibility'],
  ),
  ProfileInput: object(profileWords, ['visibility', 'limitPct', 'note']),
  ExpertiseProfile: object(profile, PROFILE_OPTIONAL),
  MyProfile: object(
    {
      ...profile,
      exists: flag,
      seenBy: oneOf(EXPERTISE_VISIBILITIES),
      given: list(
        object({ ...endorsement, userRef: text, skillId: text }, ['subject']),
      ),
      prompts: list(object({ skillId: text, skillName: text, because: text })),
    },
    PROFILE_OPTIONAL,
  ),
  PersonProfile: object(
    {
      userRef: text,
      profile: ref('ExpertiseProfile'),
      canEndorse: list(text),
    },
    ['profile'],
  ),
  PersonHit: object(
    {
      type: { const: 'person' },
      userRef: text,
      platformRef: text,
      homeGroupRef: text,
      availability: text,
      limitPct: count,
      expertise: list(object(shownSkill, ['visibility', 'replacedBy'])),
      why,
    },
    ['platformRef', 'homeGroupRef', 'limitPct'],
  ),
  TeamHit: object({
    type: { const: 'team' },
    teamRef: text,
    title: text,
    outcome: text,
    platformRefs: list(text),
    why,
  }),
  OpenRoleHit: object(
    {
      type: { const: 'open_role' },
      openRoleId: text,
      title: text,
      teamRef: text,
      teamTitle: text,
      platformRef: text,
      seatsLeft: count,
      why,
    },
    ['teamRef', 'teamTitle', 'platformRef'],
  ),
  DiscoveryPage: object(
    {
      items: list({
        oneOf: [ref('PersonHit'), ref('TeamHit'), ref('OpenRoleHit')],
      }),
      totalItems: count,
      totalIsLowerBound: flag,
      pageInfo: object({ nextCursor: text }, ['nextCursor']),
      understood: list(
        object({ skillId: text, skillName: text, from: text, how: text }),
      ),
      facets: object({
        platforms: list(object({ value: text, count })),
        skills: list(object({ value: text, name: text, count })),
        willing: list(object({ value: oneOf(WILLING), count })),
      }),
      guild: object({ title: text, url: text }),
    },
    ['totalIsLowerBound', 'guild'],
  ),
  SkillMatrix: object({
    asOf: time,
    platforms: list(
      object({ platformRef: text, title: text, people: count }, ['title']),
    ),
    skills: list(object({ skillId: text, name: text })),
    cells: list(
      object({
        skillId: text,
        platformRef: text,
        people: { type: ['integer', 'null'], minimum: 0 },
        openSeats: count,
      }),
    ),
  }),
  SearchDocuments: object({
    teams: list(
      object({
        teamRef: text,
        title: text,
        outcome: text,
        kind: text,
        status: text,
        skills: list(text),
        platformRefs: list(text),
      }),
    ),
    expertise: list(
      object(
        {
          userRef: text,
          version: text,
          platformRef: text,
          skills: list(
            object({
              name: text,
              aliases: list(text),
              level: oneOf(SKILL_LEVELS),
            }),
          ),
          willing: list(oneOf(WILLING)),
        },
        ['platformRef'],
      ),
    ),
  }),
  TeamErasurePreview: object({
    userRef: text,
    classes: list(
      object({
        what: text,
        rows: count,
        effect: oneOf(['deleted', 'pseudonymised', 'retained']),
        why: text,
      }),
    ),
  }),
  TeamPersonExport: object(
    {
      userRef: text,
      exportedAt: time,
      profile: { type: 'object' },
      expertise: rows,
      endorsementsReceived: rows,
      endorsementsGiven: rows,
      memberships: rows,
      needs: rows,
      events: rows,
      thanks: rows,
      calendar: { type: 'object' },
    },
    ['profile', 'calendar'],
  ),
};
