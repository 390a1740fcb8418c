import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/**
 * The largest resident size that this process has had, in bytes.
 *
 * On Linux `ru_maxrss` outlives `exec`: a child begins with the peak of the
 * process that started it. `VmHWM` belongs to the new program alone.
 */
export function peakResidentBytes(): number {
  const kilobytes = existsSync(STATUS)
    ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1]
    : undefined;
  return Number(kilobytes ?? process.resourceUsage().maxRSS) * 1024;
}
