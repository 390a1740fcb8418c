import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  LIVE_MEMBERSHIP_STATUSES,
  MEMBER_STATUSES,
  RequiredExpertise,
  SkillCoverage,
  SuggestionsInput,
  TeamSuggestions,
  expertiseSearchPermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { requirePerson, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { Skills } from '../expertise/Skills';
import { Viewer } from '../expertise/types';
import { Candidate, matchGaps } from '../matching/match';
import { isSeenBy } from '../memberships/isSeenBy';
import { CandidateStore } from '../store/CandidateStore';
import { MembershipStore } from '../store/MembershipStore';
import { SkillCoverageStore } from '../store/SkillCoverageStore';
import { coverSkills } from '../teams/skillCoverage';
import { KnownReader, TeamDirectory } from './TeamDirectory';

/** Roughly; a skill that was not confirmed for so many months counts as stale. */
const MONTH_MS = 30.4 * 24 * 3600 * 1000;

export interface SuggestionsServiceOptions
  extends
    ReaderOptions,
    Pick<
      VirtualTeamsContext,
      'clock' | 'database' | 'people' | 'places' | 'skills'
    > {
  candidates: CandidateStore;
  coverage: SkillCoverageStore;
  directory: TeamDirectory;
  memberships: MembershipStore;
  skillIndex: Skills;
}

interface Asked {
  requiredExpertise: RequiredExpertise[];
  platformRefs: string[];
  /** Who is in, and who is not suggested: members, and who was asked. */
  memberIds: number[];
  namedSkillIds: ReadonlyMap<number, string[]>;
  withoutIds: number[];
  /** Members who did not join count by what they show to the reader. */
  isDraft: boolean;
}

/** Who could close the gaps of a team, among people whom the reader may find. */
export class SuggestionsService {
  readonly #options: SuggestionsServiceOptions;

  constructor(options: SuggestionsServiceOptions) {
    this.#options = options;
  }

  async ofTeam(
    credentials: BackstageCredentials,
    teamRef: string,
  ): Promise<TeamSuggestions> {
    const { database, directory, memberships } = this.#options;
    const reader = await this.#reader(credentials);
    const team = await directory.require(reader, teamRef);
    const standing = await directory.standing(reader, team);
    if (!standing.isLead && !standing.isSponsor && !standing.isMember) {
      throw new NotAllowedError('Suggestions are for the members of the team');
    }
    const live = await memberships.find(database, {
      teamIds: [team.id],
      statuses: LIVE_MEMBERSHIP_STATUSES,
    });
    const members = live.filter(
      ({ role, status }) =>
        MEMBER_STATUSES.includes(status) && role !== 'observer',
    );
    return this.#suggest(reader, {
      requiredExpertise: team.requiredExpertise,
      platformRefs: team.platformRefs,
      memberIds: members.map(({ personId }) => personId),
      namedSkillIds: new Map(
        members.map(({ personId, skillIds }) => [personId, skillIds]),
      ),
      // Who is asked already is left out for those only who know of it: to
      // others a gap in the list would tell.
      withoutIds: live
        .filter(each =>
          isSeenBy({ ...standing, personId: reader.personId }, each),
        )
        .map(({ personId }) => personId),
      isDraft: false,
    });
  }

  /** For a team that is being written. */
  async ofDraft(
    credentials: BackstageCredentials,
    { memberRefs, platformRefs, requiredExpertise }: SuggestionsInput,
  ): Promise<TeamSuggestions> {
    const { database, people } = this.#options;
    const reader = await this.#reader(credentials);
    const memberIds = [...(await people.known(database, memberRefs)).values()];
    return this.#suggest(reader, {
      requiredExpertise,
      platformRefs,
      memberIds,
      namedSkillIds: new Map(),
      withoutIds: memberIds,
      isDraft: true,
    });
  }

  async #reader(credentials: BackstageCredentials): Promise<KnownReader> {
    return this.#options.directory.known(
      await requirePerson(
        this.#options,
        credentials,
        expertiseSearchPermission,
      ),
    );
  }

  async #suggest(reader: KnownReader, asked: Asked): Promise<TeamSuggestions> {
    const { clock, coverage, database, people, places, settings, skills } =
      this.#options;
    const viewer = await this.#viewer(reader);
    const shared = await coverage.shared(
      database,
      asked.memberIds,
      asked.isDraft ? viewer : undefined,
    );
    const covered = coverSkills(
      asked.requiredExpertise,
      asked.memberIds.map(personId => ({
        personId,
        namedSkillIds: asked.namedSkillIds.get(personId) ?? [],
        shared: shared.filter(each => each.personId === personId),
      })),
      skills.current().items,
    );
    const names = await people.refsOf(database, asked.memberIds);
    const placeOf = await places.of(
      [...names.values()].filter(ref => ref.startsWith('user:')),
    );
    const memberPlatformRefs = [...placeOf.values()].flatMap(
      ({ platformRef }) => platformRef ?? [],
    );
    const index = this.#options.skillIndex.index();
    const gaps = matchGaps({
      skills: covered,
      candidates: await this.#candidates(viewer, covered, asked.withoutIds),
      memberPlatformRefs,
      allocationLimitPct: settings.current().settings.allocationLimitPct,
      isSame: (one, other) => index.current(one) === index.current(other),
    });
    return {
      asOf: clock().toISOString(),
      gaps,
      missingPlatformRefs: asked.platformRefs.filter(
        ref => !memberPlatformRefs.includes(ref),
      ),
    };
  }

  async #viewer({ userRef }: KnownReader): Promise<Viewer> {
    const place = userRef
      ? (await this.#options.places.of([userRef])).get(userRef)
      : undefined;
    return { groupRefs: place?.groupRefs ?? [] };
  }

  async #candidates(
    viewer: Viewer,
    covered: readonly SkillCoverage[],
    withoutIds: number[],
  ): Promise<Candidate[]> {
    const { candidates, clock, database, memberships, settings } =
      this.#options;
    const index = this.#options.skillIndex.index();
    const wanted = covered
      .filter(each => each.covered < each.count)
      .flatMap(({ skillId }) => [
        skillId,
        ...index.withMerged(index.current(skillId)),
      ]);
    const rows = await candidates.withSkills(
      database,
      [...new Set(wanted)],
      viewer,
      withoutIds,
    );
    const given = await memberships.allocationOf(
      database,
      rows.map(({ personId }) => personId),
    );
    const { expertiseStaleMonths } = settings.current().settings;
    const staleBefore = clock().getTime() - expertiseStaleMonths * MONTH_MS;
    const found = new Map<number, Candidate>();
    for (const { confirmedAt, personId, ...row } of rows) {
      const known = found.get(personId);
      const skill = { ...row, isStale: confirmedAt < staleBefore };
      found.set(personId, {
        userRef: row.userRef,
        platformRef: row.platformRef,
        homeGroupRef: row.homeGroupRef,
        availability: row.availability,
        limitPct: row.limitPct,
        givenPct: given.get(personId)?.totalPct ?? 0,
        skills: [...(known?.skills ?? []), skill],
      });
    }
    return [...found.values()];
  }
}
