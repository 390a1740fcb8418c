import { z } from 'zod';

const id = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write it in small letters, as one-two');
const title = z.string().trim().min(2).max(200);
const words = z.array(z.string().trim().min(1).max(100)).max(50);
const percent = z.number().int().min(1).max(100);
const days = z.number().int().min(1).max(3650);
const level = z.union(
  [z.literal(0), z.literal(1), z.literal(2), z.literal(3)],
  'A level is 0, 1, 2 or 3',
);
const url = z.url({
  protocol: /^https?$/,
  error: 'Write a link that begins with https:// or http://',
});

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: name }));
  } catch {
    return false;
  }
}

const weekday = z.number().int().min(1).max(7);
const timeZone = z
  .string()
  .refine(isTimeZone, 'Write a zone such as Europe/London');

/** A list in which a field names each item once. */
function listOf<T extends z.ZodObject>(item: T, key: keyof z.output<T>) {
  return z
    .array(item)
    .max(200)
    .superRefine((items, context) => {
      const seen = new Set<unknown>();
      items.forEach((each, index) => {
        const name = each[key];
        if (seen.has(name)) {
          context.addIssue({
            code: 'custom',
            path: [index, String(key)],
            message: `${String(name)} is there already`,
          });
        }
        seen.add(name);
      });
    });
}

/** What may stand in the file of the programme; all of it may be left out. */
export const programmeFileSchema = z
  .strictObject({
    mustCover: z.strictObject({ groupTypes: words.min(1) }).partial(),
    capacity: z
      .strictObject({ defaultPct: percent, maxPct: percent })
      .partial(),
    maxScopes: z.number().int().min(1).max(100),
    confirmationDays: days,
    nominationDays: days,
    lapsedDays: days,
    activeFromLevel: level,
    trustCatalogChampions: z.boolean(),
    developersPerChampion: z.number().int().min(1).max(10_000),
    levels: listOf(z.strictObject({ level, title }), 'level'),
    specialisms: listOf(
      z.strictObject({ id, title, findingTypes: words, stages: words }),
      'id',
    ),
    training: listOf(
      z.strictObject({
        id,
        title,
        level,
        isRequired: z.boolean(),
        validDays: days.optional(),
        selfAttested: z.boolean(),
        url: url.optional(),
      }),
      'id',
    ),
    officeHours: listOf(
      z.strictObject({
        id,
        title,
        weekday,
        startsAt: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as "HH:MM"'),
        minutes: z.number().int().min(5).max(480),
        timeZone,
        url: url.optional(),
      }),
      'id',
    ),
    digest: z
      .strictObject({
        every: z.enum(['daily', 'weekly', 'off'], 'It is daily, weekly or off'),
        weekday,
        hour: z.number().int().min(0).max(23),
        timeZone,
      })
      .partial(),
    captains: z
      .string()
      .max(255)
      .regex(/^group:[^/\s:]+\/[^/\s:]+$/i, 'Write it as group:namespace/name'),
  })
  .partial();

/** The file as it is written. */
export type ProgrammeFileContent = z.output<typeof programmeFileSchema>;
