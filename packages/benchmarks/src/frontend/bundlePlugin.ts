import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a portal has anyway, since Backstage itself needs it. */
const OF_THE_PORTAL = [
  '@backstage/*',
  '@material-ui/*',
  '@remixicon/react',
  'react',
  'react/*',
  'react-dom',
  'react-dom/*',
  'react-router',
  'react-router-dom',
];

/** Sizes in bytes, minified and compressed by gzip. */
export interface BundleSize {
  /** What is loaded with the portal. */
  first: number;
  /** What is loaded when a screen of the plugin is opened, all screens together. */
  later: number;
  styles: number;
}

/** Bundles the sources of a plugin with all that only it brings. */
export async function bundlePlugin(
  entry: string,
  folder: string,
): Promise<BundleSize> {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    external: OF_THE_PORTAL,
    resolveExtensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json'],
    loader: { '.svg': 'dataurl' },
    logLevel: 'error',
  });
  const sizes = new Map(
    outputFiles.map(file => [
      path.relative(process.cwd(), file.path),
      gzipSync(file.contents, { level: 9 }).length,
    ]),
  );
  const first = new Set<string>();
  const follow = (output: string) => {
    if (!first.has(output)) {
      first.add(output);
      metafile.outputs[output]?.imports
        .filter(({ external, kind }) => !external && kind !== 'dynamic-import')
        .forEach(({ path: file }) => follow(file));
    }
  };
  Object.entries(metafile.outputs)
    .filter(([, output]) => output.entryPoint && isEntry(output, entry))
    .forEach(([output]) => follow(output));
  const total = (wanted: (output: string) => boolean) =>
    [...sizes].reduce(
      (sum, [output, bytes]) => sum + (wanted(output) ? bytes : 0),
      0,
    );
  const isStyle = (output: string) => output.endsWith('.css');
  return {
    first: total(output => !isStyle(output) && first.has(output)),
    later: total(output => !isStyle(output) && !first.has(output)),
    styles: total(isStyle),
  };
}

function isEntry(output: { entryPoint?: string }, entry: string): boolean {
  return path.resolve(output.entryPoint ?? '') === path.resolve(entry);
}
