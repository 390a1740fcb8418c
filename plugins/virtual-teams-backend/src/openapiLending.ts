import { answer, inPath, listOf, object } from './openapiShapes';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };

const team = { teamRef: text, title: text, people: count };

export const lendingSchemas = {
  GroupLending: object(
    {
      groupRef: text,
      lentTo: listOf(object(team)),
      borrowedFrom: listOf(object({ ...team, entities: count })),
      totalAllocationPct: count,
      peopleLent: count,
      overAllocated: listOf(
        object({ ref: text, totalPct: count, limitPct: count, teams: count }),
      ),
    },
    ['totalAllocationPct'],
  ),
};

export const lendingPaths = {
  '/groups/{namespace}/{name}/lending': {
    get: {
      summary:
        'Whom a group and those below it lend, and from whom they borrow',
      parameters: [inPath('namespace'), inPath('name')],
      responses: {
        200: answer('GroupLending'),
        403: { description: 'Without virtual-teams.team.read' },
        404: { description: 'No group that the reader may see' },
      },
    },
  },
};
