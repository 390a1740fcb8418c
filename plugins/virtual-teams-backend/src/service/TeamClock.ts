import { VirtualTeamsContext } from '../context';
import { TeamEventStore } from '../store/TeamEventStore';
import { TeamStore } from '../store/TeamStore';
import { TeamNotices } from './TeamNotices';

const DAY_MS = 24 * 3600 * 1000;

export interface TeamClockOptions extends Pick<
  VirtualTeamsContext,
  'clock' | 'database' | 'settings' | 'teamChanges'
> {
  events: TeamEventStore;
  notices: TeamNotices;
  teams: TeamStore;
}

/** Flags teams whose review is overdue, with nobody signed in. */
export class TeamClock {
  readonly #options: TeamClockOptions;

  constructor(options: TeamClockOptions) {
    this.#options = options;
  }

  async round(): Promise<void> {
    const { clock, database, events, notices, settings, teamChanges, teams } =
      this.#options;
    const at = clock().getTime();
    const { staleAfterDays } = settings.current().settings;
    const before = new Date(at - staleAfterDays * DAY_MS)
      .toISOString()
      .slice(0, 10);
    for (const seen of await teams.overdue(database, before)) {
      await database.transaction(async tx => {
        const [team] = await teams.byIds(tx, [seen.id]);
        if (team.staleSince !== undefined || team.version !== seen.version) {
          return;
        }
        await teams.update(tx, { ...team, staleSince: at });
        await events.add(tx, [{ teamId: team.id, at, name: 'flag' }]);
        await notices.tell(
          tx,
          team,
          [
            ...(await notices.leadsOf(tx, team)),
            ...(team.sponsorId === undefined ? [] : [team.sponsorId]),
          ],
          {
            topic: 'virtual-teams.flag',
            title: `The review of ${team.title} is long overdue`,
            description: 'Review it, pause it, or close it.',
          },
        );
      });
      await teamChanges.tellAfter({ teamId: seen.id });
    }
  }
}
