import { entityRefSchema } from '@synchrony/backstage-plugin-scorecards-node';
import {
  INTERACTION_MODES,
  SKILL_LEVELS,
  TEAM_KINDS,
  TeamDefinition,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { z } from 'zod';

const line = z.string().trim().min(1).max(200);
const text = z.string().trim().max(4_000);
const number = z.number().finite();

/** A day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** A person of the catalog. */
export const userRefSchema = entityRefSchema.refine(
  ref => ref.startsWith('user:'),
  'Name a User, as user:namespace/name',
);

/** A group of the catalog. */
export const groupRefSchema = entityRefSchema.refine(
  ref => ref.startsWith('group:'),
  'Name a Group, as group:namespace/name',
);

/** Where something is found on the web. */
export const channelSchema = z.strictObject({
  title: line,
  url: z.url({ protocol: /^https?$/ }).max(2_000),
});

const measureSchema = z.strictObject({
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9-]+$/, 'Use small letters, digits and dashes'),
  title: line,
  unit: z.string().trim().max(40),
  start: number,
  aim: number,
  current: number.optional(),
  currentAt: z.iso.datetime().optional(),
});

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: name }));
  } catch {
    return false;
  }
}

const cadenceSchema = z.strictObject({
  title: line,
  weekday: z.number().int().min(1).max(7),
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write it as HH:MM'),
  minutes: z.number().int().min(5).max(480),
  everyWeeks: z.number().int().min(1).max(12),
  timeZone: z.string().refine(isTimeZone, 'Name a time zone, as Europe/London'),
  firstOn: daySchema,
});

/** Skills that are asked for. */
export const requiredExpertiseSchema = z.strictObject({
  skillId: z.string().min(1).max(64),
  level: z.enum(SKILL_LEVELS),
  count: z.number().int().min(1).max(50),
  title: line.optional(),
});

/** Every value once, where it was named first. */
function distinct<T>(values: T[]): T[] {
  return [...new Set(values)];
}

/** What people write about a team, or a catalog file declares. */
export const definitionShape = {
  title: line,
  kind: z.enum(TEAM_KINDS),
  initiative: z.string().trim().max(200).optional(),
  charter: z.strictObject({
    outcome: text.min(1, 'Say what is to come of it'),
    inScope: text,
    outOfScope: text,
    measures: z
      .array(measureSchema)
      .max(20)
      .refine(
        measures =>
          new Set(measures.map(({ id }) => id)).size === measures.length,
        'Two measures have the same id',
      ),
  }),
  sponsorRef: userRefSchema.optional(),
  leadRef: userRefSchema,
  deputyRefs: z.array(userRefSchema).max(10).transform(distinct),
  platformRefs: z.array(groupRefSchema).max(30).transform(distinct),
  interactionMode: z.enum(INTERACTION_MODES),
  entityRefs: z
    .array(
      entityRefSchema.refine(
        ref => /^(component|system|api|resource):/.test(ref),
        'Name Components, Systems, APIs or Resources',
      ),
    )
    .max(200)
    .transform(distinct),
  channels: z.array(channelSchema).max(10),
  cadence: cadenceSchema.optional(),
  reviewAt: daySchema.optional(),
  endsAt: daySchema.optional(),
  requiredExpertise: z.array(requiredExpertiseSchema).max(30),
  checkIds: z.array(z.string().min(1).max(128)).max(30).transform(distinct),
};

/** A whole definition. */
export const definitionSchema: z.ZodType<TeamDefinition> =
  z.strictObject(definitionShape);
