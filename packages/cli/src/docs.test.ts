import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createProgram } from './program';
import { processTerminal } from './terminal';
import { scriptsOf, snippetsOf } from './testing/pipelineSnippets';

const DOCS = resolve(__dirname, '../../../docs');

/** Calls of the command line in a script, without continuations. */
function callsOf(script: string): { command: string; options: string[] }[] {
  const text = script.replace(/\\\n/g, ' ').replace(/^\s*#.*$/gm, '');
  return [...text.matchAll(/\bsynchrony ([a-z]+)([^|&;\n]*)/g)].map(match => ({
    command: match[1],
    options: match[2].match(/--[a-z-]+/g) ?? [],
  }));
}

/** What a script does with Synchrony, by command line or by address. */
function stepsOf(script: string): string[] {
  const steps = /\bsynchrony (upload|gate)\b|\$API\/(reports\?|gate)/g;
  return [...script.matchAll(steps)].map(
    ([, command, path]) => command ?? (path === 'gate' ? 'gate' : 'upload'),
  );
}

const commands = new Map(
  createProgram(processTerminal, () => {}).commands.map(command => [
    command.name(),
    command.options.map(({ long }) => long),
  ]),
);

function expectToParse(script: string) {
  execFileSync('bash', ['-n'], { input: script });
}

function expectToExist(script: string) {
  for (const { command, options } of callsOf(script)) {
    expect(commands.get(command)).toEqual(expect.arrayContaining(options));
  }
}

describe('docs/pipelines.md', () => {
  const snippets = snippetsOf(resolve(DOCS, 'pipelines.md'));

  it('serves five systems', () => {
    expect(snippets.map(({ title }) => title)).toEqual([
      'GitHub Actions',
      'GitLab CI',
      'Jenkins',
      'Azure Pipelines',
      'Plain curl',
    ]);
  });

  it.each(snippets.map(snippet => [snippet.title, snippet] as const))(
    '%s: sends a report and asks the gate, in shell that parses',
    (_, snippet) => {
      const scripts = scriptsOf(snippet);
      expect(scripts).toHaveLength(1);
      const [script] = scripts;
      expectToParse(script);
      expectToExist(script);
      expect(stepsOf(script)).toEqual(['upload', 'gate']);
    },
  );
});

describe('docs/gate.md', () => {
  it('shows calls that exist', () => {
    const scripts = snippetsOf(resolve(DOCS, 'gate.md'))
      .filter(({ language }) => language === 'sh')
      .flatMap(scriptsOf);
    expect(scripts.flatMap(callsOf)).toEqual([
      { command: 'gate', options: ['--entity', '--ref'] },
    ]);
    scripts.forEach(expectToParse);
    scripts.forEach(expectToExist);
  });
});
