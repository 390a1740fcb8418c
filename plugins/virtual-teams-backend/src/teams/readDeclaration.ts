import { TeamDefinition } from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import { definitionShape, userRefSchema } from './definitionSchema';

const {
  channels,
  checkIds,
  deputyRefs,
  entityRefs,
  interactionMode,
  platformRefs,
  requiredExpertise,
  title: titleSchema,
  ...asked
} = definitionShape;

/** `spec.virtualTeam` of a Group. */
const declarationSchema = z.strictObject({
  ...asked,
  interactionMode: interactionMode.default('collaboration'),
  deputyRefs: deputyRefs.default([]),
  platformRefs: platformRefs.default([]),
  entityRefs: entityRefs.default([]),
  channels: channels.default([]),
  requiredExpertise: requiredExpertise.default([]),
  checkIds: checkIds.default([]),
  /** Who is asked to join. */
  members: z
    .array(userRefSchema)
    .max(500)
    .default([])
    .transform(refs => [...new Set(refs)]),
});

/** What a Group declares, or what is wrong with it, field by field. */
export type ReadDeclaration =
  | { definition: TeamDefinition; memberRefs: string[]; faults: [] }
  | { definition?: undefined; faults: string[] };

/** Reads the declaration of a team from a Group of the catalog. */
export function readDeclaration(group: {
  title: string;
  virtualTeam: unknown;
}): ReadDeclaration {
  const title = titleSchema.safeParse(group.title);
  const result = declarationSchema.safeParse(group.virtualTeam);
  if (title.success && result.success) {
    const { members, ...definition } = result.data;
    return {
      definition: { title: title.data, ...definition },
      memberRefs: members,
      faults: [],
    };
  }
  const faultsOf = (error: z.ZodError | undefined, at: string) =>
    (error?.issues ?? []).flatMap(issue =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(
            key =>
              `${[at, ...issue.path, key].map(String).join('.')}: there is no such field`,
          )
        : [`${[at, ...issue.path].map(String).join('.')}: ${issue.message}`],
    );
  return {
    faults: [
      ...faultsOf(title.error, 'metadata.title'),
      ...faultsOf(result.error, 'spec.virtualTeam'),
    ],
  };
}
