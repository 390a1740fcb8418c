import path from 'node:path';
import { measureDrift } from './measureDrift';
import { exactHash, githubLineHash, OwnIdentity } from './methods';
import { readSources } from './readSources';

const packageFolder = (name: string) =>
  path.dirname(require.resolve(`${name}/package.json`));

const sources = readSources(
  {
    ingestion: path.resolve(__dirname, '../..'),
    express: path.join(packageFolder('express'), 'lib'),
    knex: path.join(packageFolder('knex'), 'lib'),
  },
  10,
);
describe('drift', () => {
  it.each(['snippet', 'lines', 'hash', 'bare'] as const)('%s', detail => {
    const result = measureDrift({ sources, seed: 1, edits: Number(process.env.EDITS ?? 150), detail, methods: [new OwnIdentity(), exactHash(), githubLineHash()] });
    const rows = [];
    for (const [method, kinds] of result) {
      if (process.env.OURS && method !== 'Synchrony') continue;
      for (const [kind, c] of kinds) rows.push([method.slice(0,9), kind, c.edits, c.survivors, c.falseNew, c.falseMerges, c.swappedTwins].join('\t'));
    }
    process.stdout.write(`${detail} ${sources.length} files\n${rows.sort().join('\n')}\n`);
  });
});
