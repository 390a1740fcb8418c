import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  LIVE_TEAM_STATUSES,
  Skill,
  TeamProposal,
  TeamProposals,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { requireReader, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { FoundProposal, ProposalSource } from '../proposals/ProposalSource';
import { seenBy } from '../proposals/seenBy';
import { ProposalStore } from '../store/ProposalStore';
import { TeamStore } from '../store/TeamStore';
import { PRIVATE_TEAM_STATUSES } from './TeamDirectory';
import { SuggestionsService } from './SuggestionsService';

export interface ProposalsServiceOptions
  extends
    ReaderOptions,
    Pick<
      VirtualTeamsContext,
      'catalog' | 'clock' | 'database' | 'logger' | 'skills'
    > {
  proposals: ProposalStore;
  sources: readonly ProposalSource[];
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
  #asking?: Promise<Found>;
  #last?: Found;

  constructor(options: ProposalsServiceOptions) {
    this.#options = options;
  }

  async list(credentials: BackstageCredentials): Promise<TeamProposals> {
    const { catalog, clock, database, teams } = this.#options;
    await requireReader(this.#options, credentials);
    const { missing, proposals, since } = await this.#current();
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
    const visible = proposals.flatMap(({ found, source }) => {
      const seen = seenBy(found, shown);
      const requiredExpertise = this.#skillsFor(found.checkIds);
      return seen ? [{ found, source, seen, requiredExpertise }] : [];
    });
    const candidates = await this.#candidates(
      credentials,
      visible.flatMap(({ requiredExpertise }) => requiredExpertise),
    );
    const items = visible.map(
      ({ found, requiredExpertise, seen, source }): TeamProposal => ({
        id: found.id,
        source,
        title: found.title,
        outcome: found.outcome,
        checkIds: found.checkIds,
        ...seen,
        requiredExpertise,
        evidence: found.evidenceOf({
          entityCount: seen.entityCount,
          platformCount: seen.platformRefs.length,
        }),
        teamRef: working.find(({ checkIds }) =>
          checkIds.some(id => found.checkIds.includes(id)),
        )?.teamRef,
        candidates: new Set(
          requiredExpertise.flatMap(
            ({ skillId }) => candidates.get(skillId) ?? [],
          ),
        ).size,
        since: new Date(since.get(found.id)!).toISOString(),
      }),
    );
    return { asOf: clock().toISOString(), items, missing };
  }

  /** What sources found a moment ago; they are asked once, whoever waits. */
  async #current(): Promise<Found> {
    const now = this.#options.clock().getTime();
    if (this.#last && now - this.#last.at <= MAX_AGE_MS) {
      return this.#last;
    }
    this.#asking ??= this.#ask(now).finally(() => {
      this.#asking = undefined;
    });
    this.#last = await this.#asking;
    return this.#last;
  }

  async #ask(at: number): Promise<Found> {
    const { database, proposals: store, sources } = this.#options;
    const answers = await Promise.all(
      sources.map(async source => ({
        source: source.id,
        found: await this.#foundBy(source),
      })),
    );
    await database.transaction(async tx => {
      for (const { found, source } of answers) {
        if (found) {
          const ids = found.map(({ id }) => id);
          await store.keep(tx, source, ids, at);
        }
      }
    });
    const kept = await store.since(database);
    const proposals = answers.flatMap(({ found = [], source }) =>
      found.map(each => ({ source, found: each })),
    );
    return {
      at,
      proposals,
      missing: answers
        .filter(({ found }) => !found)
        .map(({ source }) => source),
      since: new Map(
        proposals.map(({ found: { id } }) => [id, kept.get(id) ?? at]),
      ),
    };
  }

  /** Undefined where it can't tell, or fails: the others still answer. */
  async #foundBy(source: ProposalSource): Promise<FoundProposal[] | undefined> {
    try {
      return await source.find();
    } catch (error) {
      this.#options.logger.warn(
        `${source.id} proposes no teams: ${stringifyError(error)}`,
      );
      return undefined;
    }
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
