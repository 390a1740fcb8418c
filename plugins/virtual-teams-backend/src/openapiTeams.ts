import {
  TEAM_KINDS,
  TEAM_STATUSES,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  answer,
  body,
  inPath,
  inQuery,
  listOf,
  refusals,
} from './openapiShapes';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const done = { '204': { description: 'Done' } };
const team = { parameters: [inPath('namespace'), inPath('name')] };

export const teamPaths = {
  '/teams': {
    get: {
      summary: 'Teams that the reader sees, with filters and their counts',
      parameters: [
        inQuery('q', text),
        inQuery('platform', text),
        inQuery('skill', text),
        inQuery('kind', { enum: [...TEAM_KINDS] }),
        inQuery('status', listOf({ enum: [...TEAM_STATUSES] })),
        inQuery('needsHelp', flag),
        inQuery('mine', flag),
        inQuery('entityRef', text),
        inQuery('orderBy', { enum: ['recent', 'title', 'ends'] }),
        inQuery('cursor', text),
        inQuery('limit', { type: 'integer', minimum: 1, maximum: 100 }),
      ],
      responses: { '200': answer('TeamsPage'), ...refusals(400, 403) },
    },
    post: {
      summary: 'Proposes a team',
      requestBody: body('TeamInput'),
      responses: { '201': answer('Team'), ...refusals(400, 403, 409) },
    },
  },
  '/teams/import': {
    post: {
      summary: 'Takes over teams that ran before; all or nothing',
      description: 'For those who manage virtual teams. Nobody is told.',
      requestBody: body('TeamImportInput'),
      responses: {
        '200': answer('TeamImportResult'),
        ...refusals(400, 403, 409),
      },
    },
  },
  '/teams/{namespace}/{name}': {
    ...team,
    get: {
      summary: 'A team, and what the reader can do with it',
      responses: { '200': answer('Team'), ...refusals(403, 404) },
    },
    put: {
      summary: 'Changes a team that is not declared in the catalog',
      requestBody: body('TeamUpdate'),
      responses: { '200': answer('Team'), ...refusals(400, 403, 404, 409) },
    },
  },
  '/teams/{namespace}/{name}/actions': {
    ...team,
    post: {
      summary: 'Takes a step in the life of a team',
      requestBody: body('TeamActionInput'),
      responses: { '200': answer('Team'), ...refusals(400, 403, 404, 409) },
    },
  },
  '/teams/{namespace}/{name}/review': {
    ...team,
    post: {
      summary: 'Writes down a review, with the newest values of the measures',
      requestBody: body('TeamReviewInput'),
      responses: { '200': answer('Team'), ...refusals(400, 403, 404, 409) },
    },
  },
  '/teams/{namespace}/{name}/outcome': {
    ...team,
    put: {
      summary: 'Writes down what came of a team, and who owns it from now on',
      requestBody: body('TeamOutcomeInput'),
      responses: { '200': answer('Team'), ...refusals(400, 403, 404, 409) },
    },
  },
  '/teams/{namespace}/{name}/thanks': {
    ...team,
    post: {
      summary: 'Thanks members, past ones included',
      requestBody: body('ThanksInput'),
      responses: { ...done, ...refusals(400, 403, 404) },
    },
  },
  '/teams/{namespace}/{name}/grants': {
    ...team,
    post: {
      summary: 'Asks for, gives or takes the right to read findings',
      requestBody: body('GrantInput'),
      responses: { ...done, ...refusals(400, 403, 404, 409) },
    },
  },
  '/teams/{namespace}/{name}/timeline': {
    ...team,
    get: {
      summary: 'What happened, newest first, and the days ahead',
      parameters: [inQuery('cursor', text)],
      responses: { '200': answer('TeamTimeline'), ...refusals(400, 403, 404) },
    },
  },
  '/teams/{namespace}/{name}/declaration': {
    ...team,
    get: {
      summary: 'The team as a catalog file',
      responses: { '200': answer('TeamDeclaration'), ...refusals(403, 404) },
    },
  },
  '/checks/teams': {
    get: {
      summary: 'Teams that work on checks of a scorecard',
      responses: { '200': answer('CheckTeams'), ...refusals(403) },
    },
  },
  '/entities/{namespace}/{kind}/{name}/teams': {
    parameters: [inPath('namespace'), inPath('kind'), inPath('name')],
    get: {
      summary: 'Teams that work on an entity that the reader may see',
      responses: { '200': answer('EntityTeams'), ...refusals(403, 404) },
    },
  },
};
