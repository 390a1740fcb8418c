import { AllocationWarning } from '@synchrony/backstage-plugin-virtual-teams-common';
import { VirtualTeamsContext } from '../context';
import { AllocationLimitStore } from '../store/AllocationLimitStore';
import { MembershipStore } from '../store/MembershipStore';
import { KnownReader } from './TeamDirectory';

export interface AllocationServiceOptions extends Pick<
  VirtualTeamsContext,
  'database' | 'people' | 'places' | 'settings'
> {
  limits: AllocationLimitStore;
  memberships: MembershipStore;
}

/** Who gives more time than is agreed; for those who may act on it. */
export class AllocationService {
  readonly #options: AllocationServiceOptions;

  constructor(options: AllocationServiceOptions) {
    this.#options = options;
  }

  /**
   * People over their limit: the reader themself, those whose line lead the
   * reader is, and all where the reader leads a team of theirs or manages
   * teams. It says how much, and never for which teams.
   */
  async warnings(
    reader: KnownReader,
    personIds: readonly number[],
    seesAll: boolean,
  ): Promise<AllocationWarning[]> {
    const { database, memberships, people, places, settings } = this.#options;
    const sums = await memberships.allocationOf(database, [
      ...new Set(personIds),
    ]);
    const limits = await this.#options.limits.of(database, [...sums.keys()]);
    const { allocationLimitPct } = settings.current().settings;
    const over = [...sums].flatMap(([personId, { teams, totalPct }]) => {
      const limitPct = Math.min(
        allocationLimitPct,
        limits.get(personId) ?? allocationLimitPct,
      );
      return totalPct > limitPct
        ? [{ personId, totalPct, limitPct, teams }]
        : [];
    });
    const names = await people.refsOf(
      database,
      over.map(({ personId }) => personId),
    );
    const refs = [...names.values()].filter(ref => ref.startsWith('user:'));
    const placeOf =
      seesAll || reader.isManager ? new Map() : await places.of(refs);
    return over.flatMap(({ personId, ...warning }) => {
      const ref = names.get(personId)!;
      const isSeen =
        seesAll ||
        reader.isManager ||
        reader.personId === personId ||
        (reader.userRef !== undefined &&
          placeOf.get(ref)?.leadRef === reader.userRef);
      return isSeen ? [{ ref, ...warning }] : [];
    });
  }
}
