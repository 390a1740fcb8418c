import { ParsedRun } from '../../types';
import {
  JsonObject,
  asText,
  isObject,
  requireList,
  requireObject,
} from '../../shared/json';

/** How many entries GitHub's REST API gives at once: by default, and at most. */
const PAGE_SIZES = new Set([30, 100]);

/** An alert of a REST list with its JSON pointer. */
export interface PlacedAlert {
  alert: JsonObject;
  path: string;
}

/**
 * The alerts of a REST list, or of a list of such pages, as clients that read
 * all pages write it.
 */
export function alertsOf(value: unknown): PlacedAlert[] {
  const alerts: PlacedAlert[] = [];
  for (const [index, entry] of requireList(value, '').entries()) {
    if (Array.isArray(entry)) {
      for (const [position, item] of entry.entries()) {
        const path = `/${index}/${position}`;
        alerts.push({ alert: requireObject(item, path), path });
      }
    } else {
      const path = `/${index}`;
      alerts.push({ alert: requireObject(entry, path), path });
    }
  }
  return alerts;
}

/** The first alert of a REST list or of its first page. */
export function firstAlert(value: unknown): JsonObject | undefined {
  if (!Array.isArray(value)) return undefined;
  const [first] = value;
  const alert: unknown = Array.isArray(first) ? first[0] : first;
  return isObject(alert) ? alert : undefined;
}

/** A list of exactly one page may have a second one, which nobody fetched. */
export function listEvidence(
  value: unknown,
  count: number,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const isOnePage = Array.isArray(value) && !Array.isArray(value[0]);
  return isOnePage && PAGE_SIZES.has(count)
    ? {
        evidence: 'partial',
        evidenceReason: `The list has exactly ${count} alerts, so it may be the first of several pages.`,
      }
    : { evidence: 'scan' };
}

/** Text that isn't blank; scripts have written Python's None for null. */
export function givenText(value: unknown): string | undefined {
  const text = asText(value);
  return text === 'None' ? undefined : text;
}
