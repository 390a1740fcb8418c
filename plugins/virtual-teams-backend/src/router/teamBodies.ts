import { entityRefSchema } from '@synchrony/backstage-plugin-scorecards-node';
import {
  GrantInput,
  TEAM_ACTIONS,
  TEAM_KINDS,
  TEAM_STATUSES,
  TeamActionInput,
  TeamInput,
  TeamOutcomeInput,
  TeamReviewInput,
  TeamUpdate,
  TeamsQuery,
  ThanksInput,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';
import {
  channelSchema,
  daySchema,
  definitionSchema,
  definitionShape,
  groupRefSchema,
  userRefSchema,
} from '../teams/definitionSchema';

const version = z.number().int().min(1);
const note = z.string().trim().max(2_000);
const flag = z.enum(['true', 'false']).transform(value => value === 'true');
const values = z.record(z.string().max(64), z.number().finite());

/** A parameter that may stand once or more. */
const several = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  );

export const teamsQuery: z.ZodType<TeamsQuery> = z.strictObject({
  q: z.string().max(200).optional(),
  platform: entityRefSchema.optional(),
  skill: z.string().max(64).optional(),
  kind: z.enum(TEAM_KINDS).optional(),
  status: several(z.enum(TEAM_STATUSES)),
  needsHelp: flag.optional(),
  mine: flag.optional(),
  entityRef: entityRefSchema.optional(),
  orderBy: z.enum(['recent', 'title', 'ends']).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const teamBody: z.ZodType<TeamInput> = z.strictObject({
  ...definitionShape,
  name: z
    .string()
    .max(63)
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      'Use small letters, digits and single dashes',
    )
    .optional(),
  proposalId: z.string().max(200).optional(),
});

export const updateBody: z.ZodType<TeamUpdate> = z.strictObject({
  version,
  definition: definitionSchema,
});

export const teamActionBody: z.ZodType<TeamActionInput> = z.strictObject({
  action: z.enum(TEAM_ACTIONS),
  version,
  note: note.optional(),
});

export const reviewBody: z.ZodType<TeamReviewInput> = z.strictObject({
  version,
  note: note.min(1, 'Say what came out of it'),
  nextReviewAt: daySchema,
  values,
});

const outcomeShape = {
  summary: z.string().trim().min(1).max(4_000),
  stillOpen: z.string().trim().max(4_000).optional(),
  handoverOwnerRef: groupRefSchema,
  artefacts: z.array(channelSchema).max(30),
  story: z.string().trim().max(10_000).optional(),
};

export const outcomeSchema = z.strictObject(outcomeShape);

export const outcomeBody: z.ZodType<TeamOutcomeInput> = z.strictObject({
  ...outcomeShape,
  version,
  values,
});

export const thanksBody: z.ZodType<ThanksInput> = z.strictObject({
  to: z
    .array(userRefSchema)
    .min(1)
    .max(100)
    .transform(refs => [...new Set(refs)]),
  message: z.string().trim().min(1).max(1_000),
});

export const grantBody: z.ZodType<GrantInput> = z.strictObject({
  entityRef: entityRefSchema,
  action: z.enum(['grant', 'allow', 'refuse', 'revoke']),
});
