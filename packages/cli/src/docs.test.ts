import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createProgram } from './program';
import { processTerminal } from './terminal';

const DOCS = resolve(__dirname, '../../../docs');

interface Snippet {
  title: string;
  language: string;
  text: string;
}

function snippetsOf(file: string): Snippet[] {
  const text = readFileSync(resolve(DOCS, file), 'utf8');
  return text.split(/^## /m).flatMap(section =>
    [...section.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(match => ({
      title: section.split('\n')[0],
      language: match[1],
      text: match[2],
    })),
  );
}

/** Block scalars of YAML: all that is indented deeper than their key. */
function blockScalars(yaml: string): string[] {
  const scripts: string[] = [];
  const lines = yaml.split('\n');
  lines.forEach((line, index) => {
    if (line.endsWith('|')) {
      const indent = line.search(/\S/);
      const rest = lines.slice(index + 1);
      const end = rest.findIndex(
        next => next.trim() !== '' && next.search(/\S/) <= indent,
      );
      const block = rest.slice(0, end < 0 ? undefined : end);
      const depth = block[0].search(/\S/);
      scripts.push(block.map(text => text.slice(depth)).join('\n'));
    }
  });
  return scripts;
}

function scriptsOf({ language, text }: Snippet): string[] {
  switch (language) {
    case 'sh':
      return [text];
    case 'groovy':
      return [...text.matchAll(/sh '''([^]*?)'''/g)].map(match => match[1]);
    default:
      return blockScalars(text);
  }
}

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
  const snippets = snippetsOf('pipelines.md');

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
    const scripts = snippetsOf('gate.md')
      .filter(({ language }) => language === 'sh')
      .flatMap(scriptsOf);
    expect(scripts.flatMap(callsOf)).toEqual([
      { command: 'gate', options: ['--entity', '--ref'] },
    ]);
    scripts.forEach(expectToParse);
    scripts.forEach(expectToExist);
  });
});
