import { ReportError } from '../types';

/** A JSON object whose members nobody has looked at yet. */
export type JsonObject = { readonly [key: string]: unknown };

const NOTHING: readonly unknown[] = Object.freeze([]);
const EMPTY: JsonObject = Object.freeze(Object.create(null));

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'text';
  return `a ${typeof value}`;
}

/** Whether a value is a JSON object (no list, no null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one for anything else. For what may be left out. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : EMPTY;
}

/** The value as a list; an empty one for anything else. For what may be left out. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NOTHING;
}

/** The value if it is text that isn't blank. */
export function asText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  // Mostly the first character tells.
  return value.charCodeAt(0) > 0x20 || value.trim() !== '' ? value : undefined;
}

/** The value if it is a whole number from 0. */
export function asIndex(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? value
    : undefined;
}

/** The value if it is a whole number from 1. */
export function asPosition(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1
    ? value
    : undefined;
}

function wrongType(
  value: unknown,
  wanted: string,
  path: string,
  name: string,
): ReportError {
  return new ReportError(
    value === undefined
      ? `${name} is missing.`
      : `${name} must be ${wanted}, but is ${nameOf(value)}.`,
    { path },
  );
}

/** A member that must be an object. */
export function requireObject(value: unknown, path: string): JsonObject {
  if (isObject(value)) return value;
  throw wrongType(value, 'an object', path, path || 'The report');
}

/** A member that must be a list. */
export function requireList(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw wrongType(value, 'a list', path, path || 'The report');
}

/** A member that must be a list where it is given at all. */
export function optionalList(
  parent: JsonObject,
  key: string,
  path: string,
): readonly unknown[] {
  const value = parent[key];
  if (value === undefined || value === null) return NOTHING;
  return requireList(value, `${path}/${key}`);
}
