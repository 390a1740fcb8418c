import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod';

const word = z.string().min(1).max(200);

const modelSchema = z.strictObject({
  id: word,
  title: word,
  version: word,
  url: z.url(),
  activities: z
    .array(
      z.strictObject({
        id: word,
        title: word,
        group: word,
        level: z.int().min(1).max(5),
        checks: z.array(word).min(1),
      }),
    )
    .min(1),
});

/** A maturity model with the checks that give evidence for its activities. */
export type MaturityModel = z.infer<typeof modelSchema>;

/**
 * Reads the models of a folder, one a file.
 *
 * @throws InputError that names the file and the place of the first fault
 */
export async function readMaturityModels(
  folder: string,
): Promise<MaturityModel[]> {
  const names = (await readdir(folder))
    .filter(name => name.endsWith('.yaml'))
    .sort();
  return Promise.all(
    names.map(async name => {
      const model = modelSchema.safeParse(
        parse(await readFile(join(folder, name), 'utf8')),
      );
      if (!model.success) {
        throw new InputError(`${name}: ${z.prettifyError(model.error)}`);
      }
      return model.data;
    }),
  );
}
