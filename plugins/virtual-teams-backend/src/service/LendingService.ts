import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  AllocationWarning,
  GroupLending,
  allocationReadPermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Reader, ReaderOptions, requireReader } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { borrowedFrom } from '../lending/borrowedFrom';
import { groupsOverLimit } from '../lending/groupsOverLimit';
import { ShareRights, shareRights } from '../lending/rightsIn';
import { LendingStore } from '../store/LendingStore';
import { OrganisationStore } from '../store/OrganisationStore';

export interface LendingServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'catalog' | 'database' | 'people' | 'places'> {
  lending: LendingStore;
  organisation: OrganisationStore;
}

/** Whom a group lends to virtual teams, and from whom it borrows. */
export class LendingService {
  readonly #options: LendingServiceOptions;

  constructor(options: LendingServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError also for a group that the reader may not see */
  async get(
    credentials: BackstageCredentials,
    groupRef: string,
  ): Promise<GroupLending> {
    const { catalog, database, lending, organisation } = this.#options;
    const reader = await requireReader(this.#options, credentials);
    const tree = await organisation.groups(database);
    const groupRefs = tree.downFrom(groupRef);
    const borrowed = await lending.borrowed(database, groupRefs);
    const shown = await catalog.filter(credentials, [
      ...new Set([groupRef, ...borrowed.map(({ entityRef }) => entityRef)]),
    ]);
    if (!tree.has(groupRef) || !shown.has(groupRef)) {
      throw new NotFoundError(`There is no group ${groupRef}`);
    }
    const rights = shareRights(
      { ...reader, mayReadShares: await this.#mayReadShares(reader) },
      tree,
    );
    const shares = await lending.shares(database, groupRefs);
    const peopleLent = await lending.peopleLent(database, groupRefs);
    return {
      groupRef,
      lentTo: await lending.lentTo(database, groupRefs),
      borrowedFrom: borrowedFrom(borrowed, shown),
      ...(rights.mayReadTotal(groupRef, peopleLent) && {
        totalAllocationPct: shares.reduce(
          (sum, { totalPct }) => sum + totalPct,
          0,
        ),
      }),
      peopleLent,
      overAllocated: [
        ...(await this.#groupsOver(rights, shares)),
        ...(await this.#peopleOver(reader, rights, groupRefs)),
      ],
    };
  }

  /** Without a policy everything is allowed; then who leads and manages does. */
  async #mayReadShares({ credentials }: Reader): Promise<boolean> {
    const { config, permissions } = this.#options;
    const [{ result }] = await permissions.authorize(
      [{ permission: allocationReadPermission }],
      { credentials },
    );
    return (
      result === AuthorizeResult.ALLOW &&
      config.getOptionalBoolean('permission.enabled') === true
    );
  }

  async #groupsOver(
    rights: ShareRights,
    shares: Awaited<ReturnType<LendingStore['shares']>>,
  ): Promise<AllocationWarning[]> {
    const { database, organisation, settings } = this.#options;
    const readable = shares.filter(({ groupRef, people }) =>
      rights.mayReadTotal(groupRef, people),
    );
    return groupsOverLimit(
      readable,
      await organisation.headcounts(
        database,
        readable.map(({ groupRef }) => groupRef),
      ),
      settings.current().settings.allocationLimitPct,
    );
  }

  /** People whose lead of record is the reader, as the catalog says now. */
  async #peopleOver(
    reader: Reader,
    rights: ShareRights,
    groupRefs: string[],
  ): Promise<AllocationWarning[]> {
    const { database, lending, people, places, settings } = this.#options;
    const over = await lending.overLimit(
      database,
      groupRefs.filter(rights.mayReadPeople),
      settings.current().settings.allocationLimitPct,
    );
    const names = await people.refsOf(
      database,
      over.map(({ personId }) => personId),
    );
    const placed = await places.of([...names.values()]);
    return over.flatMap(({ personId, ...warning }) => {
      const ref = names.get(personId)!;
      return reader.isManager || placed.get(ref)?.leadRef === reader.userRef
        ? [{ ref, ...warning }]
        : [];
    });
  }
}
