import { ParsedFinding } from '@synchrony/report-parsers';
import fc from 'fast-check';

/** Where a made-up finding is, by which it is told apart from all others. */
export interface Spot {
  rule: string;
  path: string;
  code: string;
}

/** Spots that all differ in rule, path or code. */
export const spots = fc.uniqueArray(
  fc.record({
    rule: fc.constantFrom('sqli', 'xss', 'path-traversal'),
    path: fc.constantFrom('src/a.ts', 'src/b.ts', 'lib/c.ts'),
    code: fc.constantFrom('one()', 'two()', 'three()', 'four()'),
  }),
  {
    selector: spot => JSON.stringify(spot),
    minLength: 0,
    maxLength: 20,
  },
);

/** A finding of source code; its line follows from its place in the list. */
export function codeFinding(
  spot: Spot,
  line: number,
  changes: Partial<ParsedFinding> = {},
): ParsedFinding {
  return {
    type: 'sast',
    ruleId: spot.rule,
    title: `Found ${spot.rule}`,
    severity: 'high',
    cwes: [],
    advisoryIds: [],
    locations: [{ path: spot.path, startLine: line, snippet: spot.code }],
    links: [],
    fingerprints: {},
    partialFingerprints: {},
    ...changes,
  };
}

export function codeFindings(list: Spot[]): ParsedFinding[] {
  return list.map((spot, index) => codeFinding(spot, 10 + index * 7));
}

/** A weakness of a component. */
export function componentFinding(
  advisory: string,
  name: string,
  version: string,
  path = 'package-lock.json',
): ParsedFinding {
  return {
    type: 'sca',
    ruleId: advisory,
    title: `${advisory} in ${name}`,
    severity: 'high',
    cwes: [],
    advisoryIds: [advisory],
    component: { name, version, purl: `pkg:npm/${name}@${version}` },
    locations: [{ path }],
    links: [],
    fingerprints: {},
    partialFingerprints: {},
  };
}
