import { readFileSync } from 'node:fs';

/** A block of code in a page of the documentation. */
export interface Snippet {
  /** Of the section that it stands in. */
  title: string;
  language: string;
  text: string;
}

/** All blocks of code in a page of Markdown. */
export function snippetsOf(file: string): Snippet[] {
  const text = readFileSync(file, 'utf8');
  return text.split(/^## /m).flatMap(section =>
    [...section.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(match => ({
      title: section.split('\n')[0],
      language: match[1],
      text: match[2],
    })),
  );
}

/** Block scalars of YAML: all that is indented deeper than their key, or dash. */
function blockScalars(yaml: string): string[] {
  const scripts: string[] = [];
  const lines = yaml.split('\n');
  lines.forEach((line, index) => {
    if (line.endsWith('|')) {
      const indent =
        line.search(/- \|$/) < 0 ? line.search(/[^\s-]/) : line.search(/\S/);
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

/** What a shell runs of a snippet. */
export function scriptsOf({ language, text }: Snippet): string[] {
  switch (language) {
    case 'sh':
      return [text];
    case 'groovy':
      return [...text.matchAll(/sh '''([^]*?)'''/g)].map(match => match[1]);
    default:
      return blockScalars(text);
  }
}
