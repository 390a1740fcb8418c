import { ReportError } from '../../types';
import { JsonObject, asText } from '../../shared/json';

/** A member that must be text that is not blank. */
export function requireText(
  parent: JsonObject,
  key: string,
  path: string,
): string {
  const text = asText(parent[key]);
  if (text !== undefined) return text.trim();
  throw new ReportError(`${path}/${key} must be text.`, {
    path: `${path}/${key}`,
  });
}
