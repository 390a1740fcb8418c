import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * What a request says.
 *
 * @throws InputError that names what is wrong and where
 * @public
 */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new InputError(z.prettifyError(result.error));
  }
  return result.data;
}
