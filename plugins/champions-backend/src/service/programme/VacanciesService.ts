import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Vacancies,
  VolunteerSuggestion,
} from '@synchrony/backstage-plugin-champions-common';
import { LiveAssignment } from '../../store/programme/FiguresStore';
import { OrganisationStore } from '../../store/programme/OrganisationStore';
import { VacancyStore } from '../../store/programme/VacancyStore';
import { VolunteerStore } from '../../store/programme/VolunteerStore';
import { neededSkills } from '../../volunteers/neededSkills';
import { rankVolunteers, Volunteer } from '../../volunteers/rankVolunteers';
import { ProgrammeReader, SeenProgramme } from './ProgrammeReader';

export interface VacanciesServiceOptions {
  reader: ProgrammeReader;
  vacancies: VacancyStore;
  volunteers: VolunteerStore;
  organisation: OrganisationStore;
  clock: () => Date;
}

const SUGGESTED = 5;
const TIER_1 = 'tier-1';

function takenPct(assignments: readonly LiveAssignment[]): number {
  return assignments
    .filter(({ status }) => status !== 'nominated' && status !== 'lapsed')
    .reduce(
      (sum, { capacityPct, offeredPct }) =>
        sum + (capacityPct ?? offeredPct ?? 0),
      0,
    );
}

/** Teams without a champion, and who could be asked. */
export class VacanciesService {
  readonly #options: VacanciesServiceOptions;

  constructor(options: VacanciesServiceOptions) {
    this.#options = options;
  }

  async list(credentials: BackstageCredentials): Promise<Vacancies> {
    const { clock, reader, vacancies } = this.#options;
    const programme = await reader.read(credentials);
    const { components, isSeen, leads } = programme;
    const owned = Map.groupBy(components, ({ ownerRef }) => ownerRef);
    const open = (await vacancies.list()).filter(
      ({ scopeRef }) =>
        isSeen(scopeRef) &&
        (owned.get(scopeRef) ?? []).some(({ isProduction }) => isProduction),
    );
    const answered = open
      .map(({ scopeRef }) => scopeRef)
      .filter(ref => programme.reader.isCaptain || leads.leads(ref));
    const suggestions = await this.#suggest(programme, answered);
    return {
      asOf: clock().toISOString(),
      items: open.map(({ since, ...vacancy }) => {
        const rows = owned.get(vacancy.scopeRef) ?? [];
        const suggested = suggestions.get(vacancy.scopeRef);
        return {
          ...vacancy,
          since: new Date(since).toISOString(),
          components: rows.reduce((sum, { count }) => sum + count, 0),
          tier1: rows
            .filter(({ tier }) => tier === TIER_1)
            .reduce((sum, { count }) => sum + count, 0),
          ...(suggested && { suggestions: suggested }),
        };
      }),
    };
  }

  async #suggest(
    programme: SeenProgramme,
    scopeRefs: string[],
  ): Promise<Map<string, VolunteerSuggestion[]>> {
    if (scopeRefs.length === 0) {
      return new Map();
    }
    const { groups, reader, settings } = programme;
    const { groupTypes } = settings.mustCover;
    const people = await this.#volunteers(programme);
    const components = await this.#options.volunteers.componentsOf(scopeRefs);
    return new Map(
      scopeRefs.map(scopeRef => [
        scopeRef,
        rankVolunteers(
          people,
          {
            scopeRef,
            chain: groups.upFrom(scopeRef),
            platformRef: groups.platformOf(scopeRef, groupTypes),
            needs: neededSkills(components.get(scopeRef) ?? []),
          },
          { ...settings, isCaptain: reader.isCaptain },
        ).slice(0, SUGGESTED),
      ]),
    );
  }

  async #volunteers({
    all,
    groups,
    settings,
  }: SeenProgramme): Promise<Volunteer[]> {
    const { organisation, volunteers } = this.#options;
    const offers = await volunteers.all();
    const memberships = await organisation.groupsOf(
      offers.map(({ userRef }) => userRef),
    );
    const assignments = Map.groupBy(all, ({ userRef }) => userRef);
    return offers.map(({ capacityPct, userRef, ...offer }) => {
      const own = assignments.get(userRef) ?? [];
      const memberOf = memberships.get(userRef) ?? [];
      return {
        ...offer,
        userRef,
        offeredPct: capacityPct,
        takenPct: takenPct(own),
        groups: memberOf,
        platforms: memberOf.flatMap(
          ref => groups.platformOf(ref, settings.mustCover.groupTypes) ?? [],
        ),
        standsAt: own.map(({ scopeRef }) => scopeRef),
        primaryFor: own.filter(
          ({ role, status }) => role === 'primary' && status === 'active',
        ).length,
      };
    });
  }
}
