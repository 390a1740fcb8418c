import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { bundlePlugin } from '../frontend/bundlePlugin';
import { Benchmark, Comparison } from '../harness/types';

const PLUGINS = [
  'scorecards',
  'ingestion',
  'champions',
  'virtual-teams',
] as const;

const SOURCES = resolvePackagePath('@synchrony/benchmarks', '../../plugins');

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

export const bundlePlugins: Benchmark = {
  name: 'bundle',
  title: 'What the front ends add to a portal',
  async run({ folder }) {
    const comparisons: Comparison[] = [];
    for (const plugin of PLUGINS) {
      const { first, later, styles } = await bundlePlugin(
        path.join(SOURCES, plugin, 'src/index.ts'),
        path.join(folder, plugin),
      );
      comparisons.push({
        work: `front end of ${plugin}, minified and gzip`,
        ours: `${kilobytes(first)} with the portal, ${kilobytes(later)} for all its screens`,
        beside: `${kilobytes(styles)} of styles`,
        ratio: '–',
        reach: '',
        notes: [
          'With all that a portal without it lacks: our own packages and their libraries, not React, Backstage, Material UI and Remix icons. What both front ends share counts in each, and so do styles that screens share.',
        ],
      });
    }
    return comparisons;
  },
};
