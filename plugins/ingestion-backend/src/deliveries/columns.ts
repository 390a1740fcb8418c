import { hash } from 'node:crypto';

/** What tells a delivery apart, as a short key. */
export function keyOf(...parts: string[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
}

export function msOf(text: string): number;
export function msOf(text: string | undefined): number | null;
export function msOf(text: string | undefined): number | null {
  return text === undefined ? null : Date.parse(text);
}

export function isoOf(ms: number | string): string;
export function isoOf(ms: number | string | null): string | undefined;
export function isoOf(ms: number | string | null): string | undefined {
  return ms === null ? undefined : new Date(Number(ms)).toISOString();
}
