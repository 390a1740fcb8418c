import {
  CheckInfo,
  Stage,
} from '@synchrony/backstage-plugin-scorecards-common';

/** Which checks a list shows. */
export interface CheckListFilter {
  /** Words that title, id or text of the check have. */
  words: string;
  stage?: Stage;
  state?: 'measured' | 'waiting';
}

function textOf({ action, id, rationale, remediation, title }: CheckInfo) {
  return [title, id, action, rationale, remediation]
    .join(' ')
    .toLocaleLowerCase('en-GB');
}

/** The checks that have all words, the stage and the state. */
export function listedChecks(
  checks: CheckInfo[],
  filter: CheckListFilter,
): CheckInfo[] {
  const words = filter.words
    .toLocaleLowerCase('en-GB')
    .split(/\s+/)
    .filter(Boolean);
  return checks.filter(check => {
    const text = textOf(check);
    const state = check.waitingFor.length > 0 ? 'waiting' : 'measured';
    return (
      (!filter.stage || check.stage === filter.stage) &&
      (!filter.state || state === filter.state) &&
      words.every(word => text.includes(word))
    );
  });
}

/** The check of an address: the newest in use of an id, or a named version. */
export function checkOf(
  checks: CheckInfo[],
  address: string,
): CheckInfo | undefined {
  const [id, version] = address.split('@');
  return checks.find(
    check =>
      check.id === id &&
      (version === undefined || check.version === Number(version)),
  );
}

/** How a check is named in an address: by version only where it has to be. */
export function checkAddress(check: CheckInfo, checks: CheckInfo[]): string {
  return checkOf(checks, check.id) === check
    ? check.id
    : `${check.id}@${check.version}`;
}
