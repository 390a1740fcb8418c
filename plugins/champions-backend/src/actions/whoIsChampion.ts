import {
  championReadPermission,
  CHAMPION_ROLES,
} from '@synchrony/backstage-plugin-champions-common';
import type { ActionsOptions } from './registerActions';

export function registerWhoIsChampion({
  actionsRegistry,
  contacts,
}: ActionsOptions): void {
  actionsRegistry.register({
    name: 'who-is-champion',
    title: 'Find the security champion of an entity',
    description:
      'Whom to ask about the security of a catalog entity: the champion and the deputies of the nearest scope that has any, and how well it is looked after. Champions are contacts; they do not own the security of an entity.',
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: championReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .max(510)
            .describe('Ref of the entity, e.g. component:default/payments-api'),
        }),
      output: z =>
        z.object({
          entityRef: z.string(),
          state: z
            .string()
            .describe('covered, covered_thin, at_risk or uncovered'),
          reasons: z.array(z.string()),
          scopeRef: z
            .string()
            .optional()
            .describe('Where the champion stands; absent where uncovered'),
          isInherited: z.boolean(),
          contacts: z.array(
            z.object({
              userRef: z.string(),
              role: z.enum(CHAMPION_ROLES),
              status: z.string(),
              specialisms: z.array(z.string()),
            }),
          ),
        }),
    },
    action: async ({ credentials, input }) => {
      const found = await contacts.of(credentials, input.entityRef);
      const { entityRef, reasons, scopeRef, state } = found;
      return {
        output: {
          entityRef,
          state,
          reasons,
          scopeRef,
          isInherited: scopeRef !== undefined && scopeRef !== entityRef,
          contacts: found.contacts,
        },
      };
    },
  });
}
