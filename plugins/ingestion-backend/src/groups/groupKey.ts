/** What findings of one group have in common. */
export type GroupKey =
  { package: string; version: string | null } | { ruleId: string };

/** The id of a group, as addresses and other clients hand it back. */
export function encodeGroupId(key: GroupKey): string {
  const parts = 'package' in key ? [key.package, key.version] : [key.ruleId];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Undefined for what is no id of a group. */
export function decodeGroupId(id: string): GroupKey | undefined {
  const parts = parse(id);
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') {
    return undefined;
  }
  const [first, version] = parts;
  if (parts.length === 1) {
    return { ruleId: first };
  }
  const known = typeof version === 'string' || version === null;
  return parts.length === 2 && known ? { package: first, version } : undefined;
}

function parse(id: string): unknown {
  try {
    return JSON.parse(Buffer.from(id, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
