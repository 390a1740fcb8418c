import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCatalog } from './catalog/generateCatalog';
import { loadDemo } from './loader/loadDemo';

const USAGE = `usage:
  demo generate-catalog
  demo load [--url http://localhost:7007] [--only <component>,…]`;

function writeLine(line: string) {
  process.stdout.write(`${line}\n`);
}

async function load(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string', default: 'http://localhost:7007' },
      only: { type: 'string' },
    },
  });
  const { deviations } = await loadDemo({
    baseUrl: values.url,
    only: values.only?.split(',').filter(Boolean),
    log: writeLine,
  });
  for (const deviation of deviations) {
    process.stderr.write(`Not as expected: ${deviation}\n`);
  }
  return deviations.length > 0 ? 1 : 0;
}

/** The demo's command line; resolves to the exit code. */
export async function main(
  args: string[],
  packageFolder: string,
): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'generate-catalog':
      await generateCatalog(join(packageFolder, 'catalog'));
      return 0;
    case 'load':
      return load(rest);
    default:
      process.stderr.write(`${USAGE}\n`);
      return 2;
  }
}
