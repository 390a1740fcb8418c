import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ChampionLevel,
  COVERAGE_STATES,
  CoverageMap,
  CoverageState,
  ProgrammeOverview,
  ProgrammeState,
  ScopeCoverage,
} from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import { requireReader } from '../../access/requireReader';
import { busFactor } from '../../figures/busFactor';
import { coverageByTier, riskWeightedPct } from '../../figures/coverageByTier';
import { median } from '../../figures/median';
import { peopleFigure } from '../../figures/peopleFigure';
import { sammOf } from '../../figures/sammOf';
import { LiveAssignment } from '../../store/programme/FiguresStore';
import { LevelReader } from '../../training/LevelReader';
import {
  ProgrammeReader,
  ProgrammeReaderOptions,
  SeenProgramme,
} from './ProgrammeReader';

export interface ProgrammeServiceOptions extends ProgrammeReaderOptions {
  database: Knex;
  reader: ProgrammeReader;
  levels: LevelReader;
  clock: () => Date;
}

const DAY_MS = 24 * 60 * 60_000;
/** Waits of the last year count. */
const WAIT_DAYS = 365;
const CHAMPION_LEVELS: readonly ChampionLevel[] = [0, 1, 2, 3];

function countTeams(
  teams: readonly ScopeCoverage[],
): Record<CoverageState | 'pending', number> {
  const counts = { pending: 0 } as Record<CoverageState | 'pending', number>;
  COVERAGE_STATES.forEach(state => {
    counts[state] = 0;
  });
  teams.forEach(({ isPending, state }) => {
    counts[isPending ? 'pending' : state] += 1;
  });
  return counts;
}

/** Figures and the map of the programme. */
export class ProgrammeService {
  readonly #options: ProgrammeServiceOptions;

  constructor(options: ProgrammeServiceOptions) {
    this.#options = options;
  }

  async settings(credentials: BackstageCredentials): Promise<ProgrammeState> {
    await requireReader(this.#options, credentials);
    return this.#options.programme.current();
  }

  async coverage(credentials: BackstageCredentials): Promise<CoverageMap> {
    const { clock, reader } = this.#options;
    const programme = await reader.read(credentials);
    return {
      asOf: clock().toISOString(),
      items: reader.teamsOf(programme),
    };
  }

  async overview(
    credentials: BackstageCredentials,
  ): Promise<ProgrammeOverview> {
    const { clock, organisation, reader } = this.#options;
    const programme = await reader.read(credentials);
    const teams = reader
      .teamsOf(programme)
      .filter(({ mustBeCovered }) => mustBeCovered);
    const active = programme.assignments.filter(
      ({ status }) => status === 'active',
    );
    const people = [...new Set(active.map(({ personId }) => personId))];
    const counts = countTeams(teams);
    const tiers = coverageByTier(programme.components);
    const weighted = riskWeightedPct(tiers);
    const activeAt = Map.groupBy(active, ({ scopeRef }) => scopeRef);
    const servingAt = ({ groupRef, inheritedFrom }: ScopeCoverage) =>
      activeAt.get(inheritedFrom ?? groupRef) ?? [];
    const isRole = (role: LiveAssignment['role']) => (each: LiveAssignment) =>
      each.role === role;
    return {
      asOf: clock().toISOString(),
      teams: counts,
      totalTeams: teams.length,
      people: people.length,
      deputyTeams: teams.filter(team => servingAt(team).some(isRole('deputy')))
        .length,
      developers: await organisation.countMembers(
        teams.map(({ groupRef }) => groupRef),
      ),
      samm: sammOf(counts.covered + counts.covered_thin, teams.length),
      ...(weighted !== undefined && { riskWeightedPct: weighted }),
      tiers,
      busFactor: busFactor(
        teams.flatMap(
          team => servingAt(team).find(isRole('primary'))?.personId ?? [],
        ),
      ),
      maxScopes: programme.settings.maxScopes,
      levels: await this.#levels(people),
      daysToActive: await this.#daysToActive(programme),
    };
  }

  async #levels(people: number[]): Promise<ProgrammeOverview['levels']> {
    const { database, levels } = this.#options;
    const found = [...(await levels.levelsOf(database, people)).values()];
    return peopleFigure(people.length, () =>
      CHAMPION_LEVELS.map(level => ({
        level,
        people: found.filter(each => each === level).length,
      })),
    );
  }

  async #daysToActive({
    isSeen,
  }: SeenProgramme): Promise<ProgrammeOverview['daysToActive']> {
    const { clock, figures } = this.#options;
    const since = clock().getTime() - WAIT_DAYS * DAY_MS;
    const waits = (await figures.waits(since)).filter(({ scopeRef }) =>
      isSeen(scopeRef),
    );
    return peopleFigure(
      new Set(waits.map(({ personId }) => personId)).size,
      () => ({
        median: Math.round(
          median(waits.map(({ waitMs }) => Math.max(0, waitMs) / DAY_MS)),
        ),
        n: waits.length,
      }),
    );
  }
}
