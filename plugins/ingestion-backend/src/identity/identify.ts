import {
  FindingType,
  ParsedFinding,
  ParsedLocation,
} from '@synchrony/report-parsers';
import { HashMemo, shortHash } from './hash';
import { encodeMarks, MarkNames } from './marks';
import {
  advisoryIdentity,
  normaliseSnippet,
  packageIdentity,
} from './normalise';
import { Places } from './Places';
import { TellingFingerprints } from './TellingFingerprints';
import { Identity } from './types';

const COMPONENT_FAMILY = 'c';
const RULE_FAMILY = 'r';

/** Whether it is about a weakness of a component, not of a place. */
export function isAboutComponent(identity: Identity): boolean {
  return identity.family.startsWith(COMPONENT_FAMILY);
}

function codeOf(location: ParsedLocation | undefined): string {
  const code = location?.snippet ? normaliseSnippet(location.snippet) : '';
  return code ? shortHash(code) : '';
}

/**
 * Whether only rule, file, line and message tell of it: the report gives
 * neither code nor fingerprints.
 */
export function isBare(identity: Identity): boolean {
  return (
    identity.code === '' &&
    identity.hint === '' &&
    identity.fingerprint === '' &&
    identity.order !== '' &&
    !isAboutComponent(identity)
  );
}

/** Gives the findings of one run their identities. */
export class Identifier {
  readonly #toolName: string;
  readonly #hashes = new HashMemo();
  readonly #markNames = new MarkNames(this.#hashes);
  readonly #places: Places;
  readonly #telling: TellingFingerprints;
  readonly #families = new Map<FindingType, Map<string, string>>();
  readonly #lastTitles = new Map<string, { title: string; rest: string }>();

  constructor(toolName: string, findings: readonly ParsedFinding[]) {
    this.#toolName = toolName.toLocaleLowerCase('en-US');
    this.#places = new Places(findings, this.#hashes);
    this.#telling = new TellingFingerprints(findings);
  }

  /** What a finding is recognised by. */
  identify(finding: ParsedFinding): Identity {
    const [main] = finding.locations;
    const { component } = finding;
    const common = {
      family: this.#familyOf(finding),
      fingerprint: encodeMarks(
        finding.fingerprints,
        this.#markNames,
        this.#telling.isFullIdentity,
      ),
      ...this.#places.get(finding),
    };
    if (component) {
      return {
        ...common,
        hint: '',
        code: '',
        column: '',
        order: /^[^\d]{0,3}(\d{1,9})/.exec(component.version ?? '')?.[1] ?? '',
        rest: this.#hashes.short(finding.ruleId, component.version ?? ''),
      };
    }
    return {
      ...common,
      hint: encodeMarks(
        finding.partialFingerprints,
        this.#markNames,
        this.#telling.isHint,
      ),
      code: codeOf(main),
      order: main?.startLine === undefined ? '' : String(main.startLine),
      column: main?.startColumn === undefined ? '' : String(main.startColumn),
      rest: this.#restOf(finding, main?.logicalName ?? ''),
    };
  }

  /**
   * An advisory about a component is the same whoever reports it; any other
   * rule means something only within its tool.
   */
  #familyOf(finding: ParsedFinding): string {
    if (finding.component) {
      return `${COMPONENT_FAMILY}${this.#hashes.short(
        finding.type,
        advisoryIdentity(finding),
        packageIdentity(finding.component),
      )}`;
    }
    return this.#familyOfRule(finding.type, finding.ruleId);
  }

  /** A report has few rules; asking by the rule alone builds no text. */
  #familyOfRule(type: FindingType, ruleId: string): string {
    const families = this.#families.get(type) ?? new Map<string, string>();
    let family = families.get(ruleId);
    if (family === undefined) {
      family = `${RULE_FAMILY}${shortHash(type, this.#toolName, ruleId)}`;
      families.set(ruleId, family);
      this.#families.set(type, families);
    }
    return family;
  }

  /** The title of a rule is mostly the one that it had before. */
  #restOf({ ruleId, title }: ParsedFinding, logicalName: string): string {
    const last = this.#lastTitles.get(ruleId);
    if (logicalName === '' && last?.title === title) {
      return last.rest;
    }
    const rest = shortHash(title, logicalName);
    if (logicalName === '') {
      this.#lastTitles.set(ruleId, { title, rest });
    }
    return rest;
  }
}

/** Of {@link Identity}. */
const PART_COUNT = 9;

/** One column of text for an identity. */
export function encodeIdentity(identity: Identity): string {
  const { family, fingerprint, hint, code, place, name, order, column, rest } =
    identity;
  return `${family}.${fingerprint}.${hint}.${code}.${place}.${name}.${order}.${column}.${rest}`;
}

export function decodeIdentity(text: string): Identity {
  const parts = text.split('.');
  if (parts.length !== PART_COUNT) {
    throw new Error(`Not an identity: ${text}`);
  }
  const [family, fingerprint, hint, code, place, name, order, column, rest] =
    parts;
  return { family, fingerprint, hint, code, place, name, order, column, rest };
}
