import { DemoPortal } from './DemoPortal';

const LONGEST_WAIT_MS = 180_000;
const INTERVAL_MS = 500;

/** Waits until the catalog has all these components. */
export async function waitForCatalog(
  portal: DemoPortal,
  names: string[],
  log: (line: string) => void,
): Promise<void> {
  let shown = -1;
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += INTERVAL_MS) {
    const known = await portal.componentNames();
    const found = known ? names.filter(name => known.has(name)).length : 0;
    if (found === names.length) {
      return;
    }
    if (known && found !== shown) {
      log(`Catalog: ${found} of ${names.length} components`);
      shown = found;
    }
    await portal.wait(INTERVAL_MS);
  }
  throw new Error(
    shown < 0
      ? `Nothing answers at ${portal.connection.baseUrl}; is the back end running?`
      : `The catalog still has only ${shown} of ${names.length} components of the demo; does its configuration name packages/demo/catalog/all.yaml?`,
  );
}
