import {
  CheckInfo,
  DefinitionDetails,
  DefinitionDocument,
  ScorecardDetails,
} from '@synchrony/backstage-plugin-scorecards-common';

/** The words of an id, which is one word to a search engine. */
function wordsOf(id: string): string {
  return id.split(/[.-]/).join(' ');
}

/** Marks of code in Markdown are noise where a result is plain text. */
function withoutMarks(text: string): string {
  return text.replaceAll('`', '');
}

function ofCheck(check: CheckInfo, path: string): DefinitionDocument {
  const { id, rationale, remediation, stage, title, usedBy } = check;
  return {
    title,
    text: withoutMarks(`${rationale} ${remediation}`),
    location: `${path}?${new URLSearchParams({ check: id })}`,
    definition: 'check',
    name: id,
    words: wordsOf(id),
    stage,
    scorecards: usedBy.map(use => use.title).join(', '),
  };
}

function ofScorecard(
  { checks, description, id, title }: ScorecardDetails,
  path: string,
): DefinitionDocument {
  return {
    title,
    text:
      description ?? `Asks for ${checks.map(check => check.title).join(', ')}.`,
    location: `${path}?${new URLSearchParams({ scorecard: id })}`,
    definition: 'scorecard',
    name: id,
    words: wordsOf(id),
    stage: '',
    scorecards: title,
  };
}

/**
 * What can be found: of each check the newest version in use, and scorecards.
 * All documents have the same fields, since an engine learns them of the first.
 */
export function documentsOf(
  { checks, scorecards }: DefinitionDetails,
  path: string,
): DefinitionDocument[] {
  const newest = new Map<string, CheckInfo>();
  for (const check of checks) {
    const known = newest.get(check.id);
    if (!known || known.version < check.version) {
      newest.set(check.id, check);
    }
  }
  return [
    ...scorecards.map(scorecard => ofScorecard(scorecard, path)),
    ...[...newest.values()].map(check => ofCheck(check, path)),
  ];
}
