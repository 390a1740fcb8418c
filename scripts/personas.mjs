import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What the personas of the demo are called, in the order of the sign-in page. */
export function readPersonaTitles(root) {
  const { parse } = createRequire(
    path.join(root, 'packages/demo/package.json'),
  )('yaml');
  const config = parse(
    readFileSync(path.join(root, 'app-config.demo.yaml'), 'utf8'),
  );
  return config.demo.personas.map(persona => persona.title);
}
