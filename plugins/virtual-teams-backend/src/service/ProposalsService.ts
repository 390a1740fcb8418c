import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  LIVE_TEAM_STATUSES,
  Skill,
  TeamProposal,
  TeamProposals,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { requireReader, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { FoundProposal, ProposalSource } from '../proposals/ProposalSource';
import { TeamStore } from '../store/TeamStore';
import { CommonGapSource } from './CommonGapSource';
import { PRIVATE_TEAM_STATUSES } from './TeamDirectory';
import { SuggestionsService } from './SuggestionsService';

export interface ProposalsServiceOptions
  extends
    ReaderOptions,
    Pick<
      VirtualTeamsContext,
      'catalog' | 'clock' | 'database' | 'entities' | 'skills'
    > {
  sources: readonly ProposalSource[];
  gaps: CommonGapSource;
  suggestions: SuggestionsService;
  teams: TeamStore;
}

/** How old what sources found may be. */
const MAX_AGE_MS = 60_000;
/** People who can do it, for each skill that a gap needs. */
const SEATS = 2;
const MOST_SKILLS = 4;

interface Found {
  at: number;
  since: ReadonlyMap<string, number>;
  proposals: { source: string; found: FoundProposal }[];
  missing: string[];
}

/** Teams that the data proposes, as readers may see them. */
export class ProposalsService {
  readonly #options: ProposalsServiceOptions;
  #found?: Promise<Found>;
  #last?: Found;

  constructor(options: ProposalsServiceOptions) {
    this.#options = options;
  }

  async list(credentials: BackstageCredentials): Promise<TeamProposals> {
    const { catalog, clock, database, entities, gaps, teams } = this.#options;
    await requireReader(this.#options, credentials);
    const { missing, proposals, since } = await this.#current();
    const refs = [
      ...new Set(proposals.flatMap(({ found }) => found.entityRefs)),
    ];
    const shown = await catalog.filter(credentials, refs);
    const rows = await entities.get([...shown]);
    const owners = [...rows.values()].flatMap(row => row?.ownerRef ?? []);
    const platformOf = await gaps.platformsOf([...new Set(owners)]);
    const working = await teams.withChecks(
      database,
      LIVE_TEAM_STATUSES.filter(each => !PRIVATE_TEAM_STATUSES.includes(each)),
    );
    const items: TeamProposal[] = [];
    for (const { found, source } of proposals) {
      const entityRefs = found.entityRefs.filter(ref => shown.has(ref));
      const platformRefs = [
        ...new Set(
          entityRefs.flatMap(
            ref => platformOf.get(rows.get(ref)?.ownerRef ?? '') ?? [],
          ),
        ),
      ];
      // Who sees too little of it to have a gap in common sees no proposal.
      if (platformRefs.length < 2) {
        continue;
      }
      const requiredExpertise = this.#skillsFor(found.checkIds);
      items.push({
        id: found.id,
        source,
        title: found.title,
        outcome: found.outcome,
        checkIds: found.checkIds,
        platformRefs,
        entityRefs,
        entityCount: entityRefs.length,
        requiredExpertise,
        evidence: found.evidence,
        teamRef: working.find(({ checkIds }) =>
          checkIds.some(id => found.checkIds.includes(id)),
        )?.teamRef,
        candidates: await this.#candidates(credentials, requiredExpertise),
        since: new Date(since.get(found.id)!).toISOString(),
      });
    }
    return { asOf: clock().toISOString(), items, missing };
  }

  async #current(): Promise<Found> {
    const now = this.#options.clock().getTime();
    if (!this.#found || !this.#last || now - this.#last.at > MAX_AGE_MS) {
      this.#found = this.#ask(now);
      this.#last = await this.#found;
    }
    return this.#found;
  }

  async #ask(at: number): Promise<Found> {
    const proposals: Found['proposals'] = [];
    const missing: string[] = [];
    for (const source of this.#options.sources) {
      const found = await source.find();
      if (found) {
        proposals.push(
          ...found.map(each => ({ source: source.id, found: each })),
        );
      } else {
        missing.push(source.id);
      }
    }
    return {
      at,
      proposals,
      missing,
      since: new Map(
        proposals.map(({ found }) => [
          found.id,
          this.#last?.since.get(found.id) ?? at,
        ]),
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

  /** People of whom the reader may find that they would fit; none for services. */
  async #candidates(
    credentials: BackstageCredentials,
    requiredExpertise: TeamProposal['requiredExpertise'],
  ): Promise<number> {
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
    const people = answer?.gaps.flatMap(gap =>
      gap.people.map(({ userRef }) => userRef),
    );
    return new Set(people).size;
  }
}
