import { FindingLocation } from '@synchrony/backstage-plugin-ingestion-common';

/** A place in one line: `src/pay.ts:88`, `GET https://host/path (q)`. */
export function locationText(location: FindingLocation): string {
  if (location.path) {
    return location.startLine
      ? `${location.path}:${location.startLine}`
      : location.path;
  }
  if (location.url) {
    const parameter = location.parameter ? ` (${location.parameter})` : '';
    return `${location.method ?? ''} ${location.url}${parameter}`.trim();
  }
  return location.logicalName ?? '';
}
