import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';

/** What a request says, or an error that names what is wrong and where. */
export function parsed<T extends z.ZodType>(
  schema: T,
  value: unknown,
): z.output<T> {
  const result = schema.safeParse(value ?? {});
  if (!result.success) {
    throw new InputError(z.prettifyError(result.error));
  }
  return result.data;
}

/** A full entity ref, lower-cased. */
export const referenceSchema = z
  .string()
  .max(510)
  .transform((text, context) => {
    try {
      return normalizeEntityRef(stringifyEntityRef(parseEntityRef(text)));
    } catch {
      context.addIssue({
        code: 'custom',
        message: 'Write it as kind:namespace/name',
      });
      return z.NEVER;
    }
  });

export const versionSchema = z.number().int().min(0);
