import { CheckGap } from '@synchrony/backstage-plugin-scorecards-common';
import { FoundProposal } from './ProposalSource';

/** Fewer platforms have no gap in common. */
export const LEAST_PLATFORMS = 3;

/** More entities than these nobody starts with. */
export const MOST_ENTITIES = 50;

/**
 * Checks that fail on three platforms and more. What is sensitive is nobody's
 * proposal: it would tell outsiders where.
 *
 * @param platformOf - the platform of a group, where it has one
 */
export function commonGaps(
  scorecardId: string,
  gaps: readonly CheckGap[],
  platformOf: (ownerRef: string | undefined) => string | undefined,
): FoundProposal[] {
  return gaps
    .filter(({ isSensitive }) => !isSensitive)
    .flatMap(({ checkId, failing, title }) => {
      const platforms = new Set(
        failing.flatMap(({ ownerRef }) => platformOf(ownerRef) ?? []),
      );
      if (platforms.size < LEAST_PLATFORMS) {
        return [];
      }
      return [
        {
          id: `common-gap:${scorecardId}:${checkId}`,
          title: `Close a common gap: ${title}`,
          outcome: `“${title}” passes on every platform.`,
          checkIds: [checkId],
          entityRefs: failing
            .map(({ entityRef }) => entityRef)
            .slice(0, MOST_ENTITIES),
          evidence: [
            {
              text: `“${title}” fails on ${failing.length} components of ${platforms.size} platforms`,
              path: '/scorecards',
            },
          ],
        },
      ];
    });
}
