import { scanSource, SourceMatch } from './scanSource';

/** A real file. */
export interface SourceText {
  path: string;
  text: string;
}

/** A file with the hidden ids of its findings, in the order of the scanner. */
export interface WorldFile {
  path: string;
  text: string;
  ids: number[];
  matches: SourceMatch[];
}

/** A package with a known weakness. */
export interface WorldPackage {
  id: number;
  name: string;
  advisory: string;
  version: [major: number, minor: number, patch: number];
}

/** Which findings there are, and what stands around them. */
export interface World {
  files: WorldFile[];
  packages: WorldPackage[];
  /** Where the code is checked out on the machine that scans it; empty for relative paths. */
  workspace: string;
  image: { tag: string; digest: string };
  nextId: number;
}

/** A world of files in which each finding has an id of its own. */
export function createWorld(sources: SourceText[]): World {
  let nextId = 1;
  const files = sources.map(({ path, text }) => {
    const matches = scanSource(text);
    return { path, text, matches, ids: matches.map(() => nextId++) };
  });
  const packages: WorldPackage[] = [];
  for (let index = 0; index < 30; index += 1) {
    const name = `package-${index % 12}`;
    packages.push({
      id: nextId++,
      name,
      advisory: `CVE-2026-${String(1000 + (index % 24))}`,
      version: [index < 24 ? 1 : 3, index % 7, index % 5],
    });
  }
  return {
    files,
    packages,
    workspace: '',
    image: { tag: '1.0.0', digest: 'a'.repeat(64) },
    nextId,
  };
}

/**
 * Puts a new text into a file if the scanner finds in it just what it should.
 * Answers whether it did; otherwise nothing has changed.
 */
export function replaceText(
  file: WorldFile,
  text: string,
  expected: Array<{ id: number; ruleId: string; code: string | undefined }>,
): boolean {
  const matches = scanSource(text);
  const fits =
    matches.length === expected.length &&
    matches.every(
      ({ ruleId, code }, index) =>
        ruleId === expected[index].ruleId &&
        (expected[index].code === undefined || expected[index].code === code),
    );
  if (!fits || text === file.text) {
    return false;
  }
  file.text = text;
  file.matches = matches;
  file.ids = expected.map(({ id }) => id);
  return true;
}

/** The findings of a file as {@link replaceText} expects them. */
export function expectedOf(
  file: WorldFile,
): Array<{ id: number; ruleId: string; code: string | undefined }> {
  return file.matches.map(({ ruleId, code }, index) => ({
    id: file.ids[index],
    ruleId,
    code,
  }));
}
