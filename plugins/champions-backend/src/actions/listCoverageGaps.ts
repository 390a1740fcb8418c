import { championReadPermission } from '@synchrony/backstage-plugin-champions-common';
import type { ActionsOptions } from './registerActions';

const MOST_ROWS = 100;
const DEFAULT_ROWS = 20;

export function registerListCoverageGaps({
  actionsRegistry,
  contacts,
}: ActionsOptions): void {
  actionsRegistry.register({
    name: 'list-coverage-gaps',
    title: 'List teams without a security champion',
    description:
      'Groups for which the programme asks for a security champion and that have none, or are about to lose theirs, of those that the caller may see.',
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: championReadPermission,
    schema: {
      input: z =>
        z.object({
          limit: z.number().int().min(1).max(MOST_ROWS).default(DEFAULT_ROWS),
          cursor: z.string().max(510).optional(),
        }),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              scopeRef: z.string(),
              state: z.string(),
              since: z.string(),
            }),
          ),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ credentials, input }) => {
      const { items, nextCursor } = await contacts.gaps(credentials, {
        after: input.cursor,
        limit: input.limit,
      });
      return {
        output: {
          nextCursor,
          items: items.map(({ scopeRef, since, state }) => ({
            scopeRef,
            state,
            since: new Date(since).toISOString(),
          })),
        },
      };
    },
  });
}
