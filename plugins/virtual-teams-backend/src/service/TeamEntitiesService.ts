import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  EntityScoreRow,
  EntityTrend,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  TeamEntities,
  TeamEntity,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { requireReader, ReaderOptions } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { GrantStore } from '../store/GrantStore';
import { OpeningStore } from '../store/OpeningStore';
import { StoredTeam } from '../teams/types';
import { PluginClients } from './PluginClients';
import { TeamDirectory } from './TeamDirectory';

const CRITICALITY = 'synchrony.io/criticality';
const YEAR_MS = 365 * 24 * 3600 * 1000;

export interface TeamEntitiesServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'catalog' | 'clock' | 'database' | 'entities'> {
  clients: PluginClients;
  directory: TeamDirectory;
  grants: GrantStore;
  openings: OpeningStore;
}

/** How the entities stand that a team works on, as a reader may see them. */
export class TeamEntitiesService {
  readonly #options: TeamEntitiesServiceOptions;

  constructor(options: TeamEntitiesServiceOptions) {
    this.#options = options;
  }

  async of(
    credentials: BackstageCredentials,
    teamRef: string,
  ): Promise<TeamEntities> {
    const { catalog, clients, clock, database, directory } = this.#options;
    const { entities, grants, openings } = this.#options;
    const reader = await directory.known(
      await requireReader(this.#options, credentials),
    );
    const team = await directory.require(reader, teamRef);
    const shown = await catalog.filter(credentials, team.entityRefs);
    const refs = team.entityRefs.filter(ref => shown.has(ref));
    const asked = refs.length > 0;
    const [scores, trends, findings, rows] = await Promise.all([
      asked
        ? clients.scorecards(credentials, client =>
            client.getScores({ entityRefs: refs }),
          )
        : undefined,
      asked
        ? clients.scorecards(credentials, client =>
            client.getTrends({ entityRefs: refs, since: this.#since(team) }),
          )
        : undefined,
      asked
        ? clients.ingestion(credentials, client =>
            client.getOpenFindings({ entityRefs: refs }),
          )
        : undefined,
      entities.get(refs),
    ]);
    const opened = await openings.of(database, team.id);
    const granted = await grants.of(database, team.id);
    const scoreOf = new Map(scores?.items.map(row => [row.entityRef, row]));
    const trendOf = new Map(trends?.items.map(item => [item.entityRef, item]));
    const openOf = new Map(
      findings?.items.map(item => [item.entityRef, item.open]),
    );
    const items = refs.map((entityRef): TeamEntity => {
      const row = rows.get(entityRef);
      return {
        entityRef,
        title: row?.title,
        ownerRef: row?.ownerRef,
        tier: row?.annotations[CRITICALITY],
        ...(opened.has(entityRef) && {
          levelAtStart: levelOf(opened.get(entityRef)),
        }),
        ...levelNow(scoreOf.get(entityRef)),
        trend: trendIn(trendOf.get(entityRef), team),
        blockedBy: scoreOf.get(entityRef)?.blocking?.title,
        openFindings: openOf.get(entityRef),
        findingRights: granted.get(entityRef) ?? 'none',
      };
    });
    return {
      asOf: clock().toISOString(),
      items,
      missing: [
        ...(asked && (!scores || !trends) ? (['scorecards'] as const) : []),
        ...(asked && !findings ? (['ingestion'] as const) : []),
      ],
      levelsAtStart: count(items.map(({ levelAtStart }) => levelAtStart)),
      levels: count(items.map(({ level }) => level)),
    };
  }

  /** What a team works on, for plugins of the portal that roll it up. */
  async scopeRefs(
    credentials: BackstageCredentials,
    teamRef: string,
  ): Promise<{ entityRefs: string[] }> {
    const { directory } = this.#options;
    const reader = await requireReader(this.#options, credentials);
    if (reader.userRef !== undefined) {
      throw new NotAllowedError('This is for plugins of the portal');
    }
    const { entityRefs } = await directory.require(reader, teamRef);
    return { entityRefs };
  }

  #since({ proposedAt, startedAt }: StoredTeam): string {
    const now = this.#options.clock().getTime();
    return new Date(
      Math.max(startedAt ?? proposedAt, now - YEAR_MS),
    ).toISOString();
  }
}

/** No level is `null`, as the contract has it. */
function levelOf(level: string | undefined): string | null | undefined {
  return level === 'none' ? null : level;
}

function levelNow(row: EntityScoreRow | undefined): Pick<TeamEntity, 'level'> {
  return row ? { level: levelOf(row.level) } : {};
}

function trendIn(
  trend: EntityTrend | undefined,
  { startedAt }: StoredTeam,
): TeamEntity['trend'] {
  return startedAt === undefined
    ? []
    : (trend?.days ?? []).map(({ on, scoreLow }) => ({ on, score: scoreLow }));
}

/** How many there are of each; what is not known counts as unrated. */
function count(levels: (string | null | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const level of levels) {
    const name = level === null ? 'none' : (level ?? 'unrated');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
