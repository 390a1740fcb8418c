/** Bytes as people read them. */
export function formatSize(bytes: number): string {
  return bytes < 100_000
    ? `${Math.max(0.1, Math.round(bytes / 100) / 10)} kB`
    : `${Math.round(bytes / 100_000) / 10} MB`;
}
