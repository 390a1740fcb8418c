import { join } from 'node:path';
import { generateCatalog } from './catalog/generateCatalog';

const USAGE = 'usage: demo generate-catalog';

/** The demo's command line; resolves to the exit code. */
export async function main(
  args: string[],
  packageFolder: string,
): Promise<number> {
  const [command] = args;
  switch (command) {
    case 'generate-catalog':
      await generateCatalog(join(packageFolder, 'catalog'));
      return 0;
    default:
      process.stderr.write(`${USAGE}\n`);
      return 2;
  }
}
