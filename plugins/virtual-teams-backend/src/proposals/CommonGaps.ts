import { CheckGap } from '@synchrony/backstage-plugin-scorecards-common';
import { MOST_KEPT } from './bounded';
import { FoundProposal, ProposedEntity } from './ProposalSource';

export interface CommonGapsOptions {
  scorecardId: string;
  /** Fewer platforms have no gap in common. */
  leastPlatforms: number;
}

interface Gap {
  title: string;
  /** By platform; without one under the empty name. */
  failing: Map<string, ProposedEntity[]>;
  hasMore: boolean;
}

/**
 * Checks that fail on several platforms, gathered page by page. What is
 * sensitive is nobody's proposal: it would tell outsiders where.
 */
export class CommonGaps {
  readonly #options: CommonGapsOptions;
  readonly #gaps = new Map<string, Gap>();

  constructor(options: CommonGapsOptions) {
    this.#options = options;
  }

  /** @param platformOf - the platform of a group, where it has one */
  add(
    gaps: readonly CheckGap[],
    platformOf: (ownerRef: string | undefined) => string | undefined,
  ): void {
    for (const { checkId, failing, isSensitive, title } of gaps) {
      if (!isSensitive) {
        const gap = this.#gaps.get(checkId) ?? {
          title,
          failing: new Map(),
          hasMore: false,
        };
        this.#gaps.set(checkId, gap);
        for (const { entityRef, ownerRef } of failing) {
          keep(gap, { entityRef, platformRef: platformOf(ownerRef) });
        }
      }
    }
  }

  proposals(): FoundProposal[] {
    const { leastPlatforms, scorecardId } = this.#options;
    const platformsOf = ({ failing }: Gap) =>
      [...failing.keys()].filter(platform => platform !== '').length;
    return [...this.#gaps]
      .filter(([, gap]) => platformsOf(gap) >= leastPlatforms)
      .map(([checkId, { failing, hasMore, title }]) => ({
        id: `common-gap:${scorecardId}:${checkId}`,
        title: `Close a common gap: ${title}`,
        outcome: `“${title}” passes on every platform.`,
        checkIds: [checkId],
        entities: [...failing.values()].flat(),
        ...(hasMore && { hasMoreEntities: true }),
        leastPlatforms,
        evidence: [
          {
            text: `“${title}” fails on {entities} components of {platforms} platforms`,
            path: '/scorecards',
          },
        ],
      }));
  }
}

function keep(gap: Gap, entity: ProposedEntity): void {
  const platform = entity.platformRef ?? '';
  const known = gap.failing.get(platform) ?? [];
  gap.failing.set(platform, known);
  if (known.length < MOST_KEPT) {
    known.push(entity);
  } else {
    gap.hasMore = true;
  }
}
