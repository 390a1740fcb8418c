import { CheckGap } from '@synchrony/backstage-plugin-scorecards-common';
import { FoundProposal } from './ProposalSource';

export interface CommonGapsOptions {
  scorecardId: string;
  /** Fewer platforms have no gap in common. */
  leastPlatforms: number;
  /** The platform of a group, where it has one. */
  platformOf: (ownerRef: string | undefined) => string | undefined;
}

/**
 * Checks that fail on several platforms. What is sensitive is nobody's
 * proposal: it would tell outsiders where.
 */
export function commonGaps(
  gaps: readonly CheckGap[],
  { leastPlatforms, platformOf, scorecardId }: CommonGapsOptions,
): FoundProposal[] {
  return gaps
    .filter(({ isSensitive }) => !isSensitive)
    .map(({ checkId, failing, title }) => ({
      id: `common-gap:${scorecardId}:${checkId}`,
      title: `Close a common gap: ${title}`,
      outcome: `“${title}” passes on every platform.`,
      checkIds: [checkId],
      entities: failing.map(({ entityRef, ownerRef }) => ({
        entityRef,
        platformRef: platformOf(ownerRef),
      })),
      leastPlatforms,
      evidenceOf: ({
        entityCount,
        platformCount,
      }: Parameters<FoundProposal['evidenceOf']>[0]) => [
        {
          text: `“${title}” fails on ${entityCount} components of ${platformCount} platforms`,
          path: '/scorecards',
        },
      ],
    }))
    .filter(
      ({ entities }) =>
        new Set(entities.flatMap(({ platformRef }) => platformRef ?? []))
          .size >= leastPlatforms,
    );
}
