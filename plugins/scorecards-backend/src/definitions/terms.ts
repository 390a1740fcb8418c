import { DefinitionTerm } from '@synchrony/backstage-plugin-scorecards-common';
import { ScorecardDefinition } from './types';

/** When a version of a scorecard was in use, in milliseconds since the epoch. */
interface Term {
  definition: ScorecardDefinition;
  since: number;
  until?: number;
}

function toView(
  version: number,
  since: number,
  until: number | undefined,
): DefinitionTerm {
  return {
    version,
    since: new Date(since).toISOString(),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
  };
}

/** When versions of a scorecard were in use, in the order of the terms. */
export function scorecardTerms(
  terms: readonly Term[],
  scorecardId: string,
): DefinitionTerm[] {
  return terms
    .filter(({ definition }) => definition.id === scorecardId)
    .map(({ definition, since, until }) =>
      toView(definition.version, since, until),
    );
}

/**
 * When versions of a check were in use, newest version first. One is in use
 * while any scorecard in use has it, so its terms are those of scorecards.
 */
export function checkTerms(
  terms: readonly Term[],
  checkId: string,
): DefinitionTerm[] {
  const found = new Map<number, { since: number; until?: number }>();
  for (const { definition, since, until } of terms) {
    for (const { check } of definition.checks) {
      const [id, text] = check.split('@');
      if (id === checkId) {
        const version = Number(text);
        const known = found.get(version);
        found.set(
          version,
          known
            ? {
                since: Math.min(known.since, since),
                until:
                  known.until === undefined || until === undefined
                    ? undefined
                    : Math.max(known.until, until),
              }
            : { since, until },
        );
      }
    }
  }
  return [...found]
    .sort(([a], [b]) => b - a)
    .map(([version, { since, until }]) => toView(version, since, until));
}
