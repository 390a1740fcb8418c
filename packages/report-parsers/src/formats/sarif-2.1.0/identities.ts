import { ParsedFinding } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
} from '../../shared/json';

const VALUE_LENGTH = 1_000;
const NONE: Record<string, string> = Object.freeze({});

function add(
  target: Record<string, string>,
  key: string,
  value: unknown,
  depth: number,
): void {
  if (key === '__proto__') return;
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value);
    if (text !== '' && text.length <= VALUE_LENGTH) target[key] = text;
  } else if (isObject(value) && depth < 4) {
    // Black Duck nests its fingerprints one level deeper than the schema allows.
    for (const inner of Object.keys(value)) {
      add(target, `${key}/${inner}`, value[inner], depth + 1);
    }
  }
}

/** `fingerprints` or `partialFingerprints` of a result (SARIF 2.1.0 §3.27.16–17). */
export function fingerprintsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return NONE;
  const fingerprints: Record<string, string> = {};
  for (const key of Object.keys(value)) add(fingerprints, key, value[key], 0);
  return fingerprints;
}

/** The suppressions of a result as one: a rejected or open request leaves it live (§3.27.23, §3.35). */
export function suppressionOf(
  result: JsonObject,
): ParsedFinding['suppression'] {
  const suppressions = asList(result.suppressions);
  if (suppressions.length === 0) return undefined;
  let status: 'accepted' | 'underReview' | 'rejected' = 'accepted';
  let decisive = asObject(suppressions[0]);
  for (const entry of suppressions) {
    const suppression = asObject(entry);
    // Early editions of the schema call it "state".
    const own = asText(suppression.status) ?? asText(suppression.state);
    if (
      own === 'rejected' ||
      (own === 'underReview' && status === 'accepted')
    ) {
      status = own;
      decisive = suppression;
    }
  }
  return {
    status,
    kind: asText(decisive.kind),
    justification: asText(decisive.justification),
  };
}
