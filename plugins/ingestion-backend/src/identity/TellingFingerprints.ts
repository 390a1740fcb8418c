import { ParsedFinding } from '@synchrony/report-parsers';

/** Fewer findings may agree by chance. */
const FEWEST_FOR_CONSTANT = 3;

interface Usage {
  value: string;
  findings: number;
  varies: boolean;
}

/**
 * Tells fingerprints from what only looks like them: a full identity that
 * several findings of a report share (Semgrep writes "requires login" into
 * all), and a hint that is the same everywhere (an id of the project).
 */
export class TellingFingerprints {
  readonly #shared = new Set<string>();
  readonly #constants = new Set<string>();

  constructor(findings: readonly ParsedFinding[]) {
    const whose = new Map<string, string>();
    const hints = new Map<string, Usage>();
    for (const finding of findings) {
      for (const name of Object.keys(finding.fingerprints)) {
        const key = keyOf(name, finding.fingerprints[name]);
        const spot = spotOf(finding);
        const known = whose.get(key);
        if (known === undefined) {
          whose.set(key, spot);
        } else if (known !== spot) {
          this.#shared.add(key);
        }
      }
      for (const name of Object.keys(finding.partialFingerprints)) {
        const value = finding.partialFingerprints[name];
        const usage = hints.get(name);
        if (usage) {
          usage.findings += 1;
          usage.varies ||= usage.value !== value;
        } else {
          hints.set(name, { value, findings: 1, varies: false });
        }
      }
    }
    for (const [name, { findings: count, varies }] of hints) {
      if (!varies && count >= FEWEST_FOR_CONSTANT) {
        this.#constants.add(name);
      }
    }
  }

  readonly isFullIdentity = (name: string, value: string): boolean =>
    this.#shared.size === 0 || !this.#shared.has(keyOf(name, value));

  readonly isHint = (name: string): boolean => !this.#constants.has(name);
}

function keyOf(name: string, value: string): string {
  return `${name}=${value}`;
}

/** The same for duplicates in a report. */
function spotOf({ ruleId, locations, component }: ParsedFinding): string {
  const [main] = locations;
  return [
    ruleId,
    main?.path ?? main?.url ?? main?.logicalName,
    main?.startLine,
    main?.startColumn,
    component?.name,
    component?.version,
  ].join('\n');
}
