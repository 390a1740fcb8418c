import { z } from 'zod';

/**
 * Checks of the OpenSSF Scorecard, by the names that its JSON has and those
 * that rules read. One that was not run is inconclusive, as -1 says it.
 */
const CHECKS = [
  'Binary-Artifacts',
  'Branch-Protection',
  'CI-Tests',
  'CII-Best-Practices',
  'Code-Review',
  'Contributors',
  'Dangerous-Workflow',
  'Dependency-Update-Tool',
  'Fuzzing',
  'License',
  'Maintained',
  'Packaging',
  'Pinned-Dependencies',
  'SAST',
  'SBOM',
  'Security-Policy',
  'Signed-Releases',
  'Token-Permissions',
  'Vulnerabilities',
  'Webhooks',
] as const;

const INCONCLUSIVE = -1;
const LONGEST_REASON = 500;
/** The tool names its version `(devel)` where it was built by hand. */
const shortText = z.string().max(500);

/** What `scorecard --format json` writes, as far as it is read. */
export const openSsfScorecardSchema = z.object({
  date: z
    .string()
    .refine(value => !Number.isNaN(Date.parse(value)), 'must be a date'),
  repo: z.object({ name: shortText, commit: shortText }),
  scorecard: z.object({ version: shortText }),
  score: z.number().min(INCONCLUSIVE).max(10),
  checks: z
    .array(
      z.object({
        name: z.string().max(100),
        score: z.number().int().min(INCONCLUSIVE).max(10),
        reason: z.string(),
      }),
    )
    .max(100),
});

/** The name of a check in rules, e.g. `branchProtection`. */
export function openSsfCheckName(name: string): string {
  return name
    .split('-')
    .map((part, index) => {
      const lower =
        part === part.toLocaleUpperCase('en-US')
          ? part.toLocaleLowerCase('en-US')
          : part[0].toLocaleLowerCase('en-US') + part.slice(1);
      return index === 0
        ? lower
        : lower[0].toLocaleUpperCase('en-US') + lower.slice(1);
    })
    .join('');
}

/** Makes facts of the tool's own JSON. */
export function fromOpenSsfScorecard(
  output: z.infer<typeof openSsfScorecardSchema>,
): { facts: Record<string, unknown>; observedAt: string } {
  const byName = new Map(output.checks.map(check => [check.name, check]));
  return {
    observedAt: new Date(output.date).toISOString(),
    facts: {
      score: output.score,
      repository: output.repo.name,
      commit: output.repo.commit,
      version: output.scorecard.version,
      checks: Object.fromEntries(
        CHECKS.map(name => {
          const check = byName.get(name);
          return [
            openSsfCheckName(name),
            {
              score: check?.score ?? INCONCLUSIVE,
              reason:
                check?.reason.slice(0, LONGEST_REASON) ?? 'it was not run',
            },
          ];
        }),
      ),
    },
  };
}
