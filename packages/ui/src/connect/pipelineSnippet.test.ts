import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  PIPELINE_SYSTEM_LABELS,
  PIPELINE_SYSTEMS,
  pipelineSnippet,
} from './pipelineSnippet';

const DOCS = readFileSync(
  resolve(__dirname, '../../../../docs/pipelines.md'),
  'utf8',
);

/** The code of each section of the page, by its title. */
const documented = new Map(
  DOCS.split(/^## /m)
    .slice(1)
    .map(section => [
      section.split('\n')[0],
      section.match(/^```\w+\n([^]*?)\n```$/m)?.[1],
    ]),
);

describe('pipelineSnippet', () => {
  it.each(PIPELINE_SYSTEMS)('gives what the docs show for %s', system => {
    expect(
      pipelineSnippet(system, {
        entityRef: 'component:default/payments-api',
        backendUrl: 'https://portal.example.com',
      }),
    ).toBe(documented.get(PIPELINE_SYSTEM_LABELS[system]));
  });
});
