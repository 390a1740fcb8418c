import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  LIVE_TEAM_STATUSES,
  Skill,
  TeamProposal,
  TeamProposals,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { requireReader, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { evidenceFor } from '../proposals/evidenceFor';
import { seenBy } from '../proposals/seenBy';
import { ProposalStore, StoredProposal } from '../store/ProposalStore';
import { TeamStore } from '../store/TeamStore';
import { PRIVATE_TEAM_STATUSES } from './TeamDirectory';
import { SuggestionsService } from './SuggestionsService';

export interface ProposalsServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'catalog' | 'clock' | 'database' | 'skills'> {
  proposals: ProposalStore;
  /** Ids of those that are asked. */
  sources: readonly string[];
  suggestions: SuggestionsService;
  teams: TeamStore;
}

/** What a source told before it fell silent is shown for so long. */
const HOLDS_MS = 60 * 60_000;
/** People who can do it, for each skill that a gap needs. */
const SEATS = 2;
const MOST_SKILLS = 4;

interface Kept {
  asOf: number;
  proposals: StoredProposal[];
  missing: string[];
}

/** What the reader sees on most platforms first, then on most entities. */
function byBreadth(a: TeamProposal, b: TeamProposal): number {
  return (
    b.platformRefs.length - a.platformRefs.length ||
    b.entityCount - a.entityCount ||
    a.id.localeCompare(b.id, 'en')
  );
}

/** Teams that the data proposes, as readers may see them. */
export class ProposalsService {
  readonly #options: ProposalsServiceOptions;

  constructor(options: ProposalsServiceOptions) {
    this.#options = options;
  }

  async list(credentials: BackstageCredentials): Promise<TeamProposals> {
    const { catalog, database, teams } = this.#options;
    await requireReader(this.#options, credentials);
    const { asOf, missing, proposals } = await this.#kept();
    const refs = proposals.flatMap(({ found }) =>
      found.entities.flatMap(({ entityRef, platformRef }) =>
        platformRef === undefined ? [entityRef] : [entityRef, platformRef],
      ),
    );
    const shown = await catalog.filter(credentials, [...new Set(refs)]);
    const working = await teams.withChecks(
      database,
      LIVE_TEAM_STATUSES.filter(each => !PRIVATE_TEAM_STATUSES.includes(each)),
    );
    const visible = proposals.flatMap(({ found, since, source }) => {
      const seen = seenBy(found, shown);
      const requiredExpertise = this.#skillsFor(found.checkIds);
      return seen ? [{ found, since, source, seen, requiredExpertise }] : [];
    });
    const candidates = await this.#candidates(
      credentials,
      visible.flatMap(({ requiredExpertise }) => requiredExpertise),
    );
    const items = visible.map(
      ({ found, requiredExpertise, seen, since, source }): TeamProposal => ({
        id: found.id,
        source,
        title: found.title,
        outcome: found.outcome,
        checkIds: found.checkIds,
        ...seen,
        requiredExpertise,
        ...(found.hasMoreEntities && { entityCountIsLowerBound: true }),
        evidence: evidenceFor(found, seen),
        teamRef: working.find(({ checkIds }) =>
          checkIds.some(id => found.checkIds.includes(id)),
        )?.teamRef,
        candidates: new Set(
          requiredExpertise.flatMap(
            ({ skillId }) => candidates.get(skillId) ?? [],
          ),
        ).size,
        since: new Date(since).toISOString(),
      }),
    );
    return {
      asOf: new Date(asOf).toISOString(),
      items: items.sort(byBreadth),
      missing,
    };
  }

  /** What sources told when they were asked last. */
  async #kept(): Promise<Kept> {
    const { clock, database, proposals, sources } = this.#options;
    const now = clock().getTime();
    const answers = (await proposals.answers(database)).filter(({ source }) =>
      sources.includes(source),
    );
    const told = answers.flatMap(({ answeredAt = 0, source }) =>
      answeredAt > now - HOLDS_MS ? [{ answeredAt, source }] : [],
    );
    const answering = answers.filter(({ hasAnswered }) => hasAnswered);
    return {
      asOf: Math.min(now, ...told.map(({ answeredAt }) => answeredAt)),
      proposals: await proposals.of(
        database,
        told.map(({ source }) => source),
      ),
      missing: sources.filter(
        id => !answering.some(({ source }) => source === id),
      ),
    };
  }

  /** What the taxonomy says helps with checks. */
  #skillsFor(checkIds: readonly string[]): TeamProposal['requiredExpertise'] {
    const helps = ({ checkIds: of, status }: Skill) =>
      status === 'active' && of.some(id => checkIds.includes(id));
    return this.#options.skills
      .current()
      .items.filter(helps)
      .slice(0, MOST_SKILLS)
      .map(({ id }) => ({ skillId: id, level: 'practitioner', count: SEATS }));
  }

  /**
   * People of whom the reader may find that they would fit, by skill; none for
   * services.
   */
  async #candidates(
    credentials: BackstageCredentials,
    wanted: TeamProposal['requiredExpertise'],
  ): Promise<Map<string, string[]>> {
    const requiredExpertise = [
      ...new Map(wanted.map(each => [each.skillId, each])).values(),
    ];
    if (requiredExpertise.length === 0) {
      return new Map();
    }
    const answer = await this.#options.suggestions
      .ofDraft(credentials, {
        requiredExpertise,
        platformRefs: [],
        memberRefs: [],
      })
      .catch(error => {
        if (error.name === 'NotAllowedError') {
          return undefined;
        }
        throw error;
      });
    return new Map(
      answer?.gaps.map(({ people, skillId }) => [
        skillId,
        people.map(({ userRef }) => userRef),
      ]),
    );
  }
}
