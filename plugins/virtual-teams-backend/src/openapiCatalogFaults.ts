import {
  answer,
  inQuery,
  listOf,
  object,
  ref,
  refusals,
} from './openapiShapes';

const text = { type: 'string' };
const page = [
  inQuery('cursor', text),
  inQuery('limit', { type: 'integer', minimum: 1, maximum: 1000 }),
];
const pageInfo = object({ nextCursor: text }, ['nextCursor']);

export const catalogFaultsSchemas = {
  FaultyDeclarations: object({
    items: listOf(ref('FaultyDeclaration')),
    pageInfo,
  }),
  FaultyDeclaration: object(
    {
      teamRef: text,
      title: text,
      location: text,
      faults: listOf(text),
      hasTeam: { type: 'boolean' },
    },
    ['location'],
  ),
  OwnedByTeams: object({ items: listOf(ref('OwnedByTeam')), pageInfo }),
  OwnedByTeam: object(
    {
      entityRef: text,
      title: text,
      ownerRef: text,
      ownerTitle: text,
      location: text,
    },
    ['title', 'ownerTitle', 'location'],
  ),
};

export const catalogFaultsPaths = {
  '/declarations/faults': {
    get: {
      summary: 'Declarations of the catalog that are not applied',
      description:
        'For those who run virtual teams all; for others those that name them as lead, deputy or sponsor, whose Group they own, or whose team they lead. A page may have less than was asked for.',
      parameters: page,
      responses: { '200': answer('FaultyDeclarations'), ...refusals(400, 403) },
    },
  },
  '/lint/owners': {
    get: {
      summary: 'Entities that name a virtual team as their owner',
      description:
        'For those who run virtual teams all; for others those of teams that they lead. Entities that the reader does not see are left out, so that a page may have less than was asked for.',
      parameters: page,
      responses: { '200': answer('OwnedByTeams'), ...refusals(400, 403) },
    },
  },
};
