import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  CampaignEntitiesPage,
  CampaignEntitiesQuery,
  CampaignEntityRow,
  CampaignHistory,
  CampaignPreview,
  CampaignPreviewInput,
  CampaignProgress,
  EntityCampaign,
  exemptionRequestPermission,
  ProgressDimension,
  ScopeChange,
  ScopeChangesPage,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityVisibility,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { dateOf, dayOf } from '../../calendar/days';
import { countBy, countStandings } from '../../campaigns/countStandings';
import { EntityStanding } from '../../campaigns/standingOf';
import { Hierarchy } from '../../rollups/Hierarchy';
import { compareKeys, keyOf } from '../../store/campaigns/CampaignScopeStore';
import {
  CampaignSnapshotStore,
  ScopeChangeKey,
} from '../../store/campaigns/CampaignSnapshotStore';
import { CampaignStore } from '../../store/campaigns/CampaignStore';
import { HierarchyStore } from '../../store/HierarchyStore';
import { readSeen } from '../readSeen';
import { CampaignReader, JudgedCampaign } from './CampaignReader';
import { requireCampaigns } from './CampaignRights';
import { CampaignsService } from './CampaignsService';
import { readCursor, writeCursor } from './keysetCursor';
import { readPage } from './readPage';

export interface CampaignProgressServiceOptions {
  permissions: PermissionsService;
  access: EntityAccess;
  catalog: CatalogVisibility;
  campaigns: CampaignsService;
  reader: CampaignReader;
  store: CampaignStore;
  snapshots: CampaignSnapshotStore;
  hierarchy: HierarchyStore;
  /** Types of groups that are rows of progress by platform. */
  platformTypes: string[];
  clock: () => Date;
}

interface SeenStandings {
  rows: EntityStanding[];
  isSeen: (ref: string) => boolean;
  isLowerBound: boolean;
}

interface ProgressGroups {
  /** Refs of which the catalog is to be asked. */
  names: string[];
  groupOf: (owner: string | undefined) => string | undefined;
}

const DEFAULT_LIMIT = 50;
const PREVIEWED = 20;
/** As many entities are counted when the catalog must be asked about each. */
const COUNTED_REFS = 10_000;
/** As many rows of a list are counted then. */
const COUNTED_ROWS = 1_000;
/** Name and ref of an entity, and how many rows after it are passed over. */
const entityKeys = z.tuple([z.string(), z.string(), z.number().int().min(0)]);
const START: z.infer<typeof entityKeys> = ['', '', 0];
const changeKeys = z.tuple([z.number(), z.string(), z.string()]);

function toRow(
  row: EntityStanding,
  requests: EntityVisibility,
): CampaignEntityRow {
  const { entity } = row;
  return {
    entityRef: entity.entityRef,
    title: entity.title,
    ownerRef: entity.ownerRef,
    tier: entity.tier,
    level: entity.level,
    standing: row.standing,
    missing: row.missing,
    ...(row.missingLevel && { missingLevel: row.missingLevel }),
    ...(row.standing === 'exempt' &&
      entity.exemptUntil !== undefined && {
        exemptUntil: dateOf(entity.exemptUntil),
      }),
    mayRequestExemption:
      row.standing !== 'passed' &&
      row.standing !== 'exempt' &&
      (requests.kind === 'where'
        ? requests.matches(entity)
        : requests.kind === 'all'),
  };
}

/** How campaigns stand, as a caller may see it: what they may not see is not counted. */
export class CampaignProgressService {
  readonly #options: CampaignProgressServiceOptions;

  constructor(options: CampaignProgressServiceOptions) {
    this.#options = options;
  }

  async progress(
    credentials: BackstageCredentials,
    id: string,
    by: ProgressDimension,
  ): Promise<CampaignProgress> {
    const { campaigns, catalog, clock, snapshots } = this.#options;
    const { campaign } = await campaigns.require(credentials, id);
    const [groups, mode] = await Promise.all([
      this.#groups(by),
      catalog.mode(credentials),
    ]);
    const seen = await this.#seen(credentials, campaign, groups.names);
    const isOver =
      campaign.status === 'ended' || campaign.status === 'cancelled';
    const final =
      isOver && mode === 'all'
        ? (await snapshots.latest([id])).get(id)
        : undefined;
    return {
      by,
      overall: countStandings(seen.rows),
      rows: countBy(seen.rows, ({ entity }) => {
        const ref = groups.groupOf(entity.ownerRef);
        return ref && seen.isSeen(ref) ? ref : undefined;
      }),
      ...(final && { final }),
      ...(seen.isLowerBound && { totalIsLowerBound: true }),
      asOf: clock().toISOString(),
    };
  }

  async history(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<CampaignHistory> {
    const { campaigns, catalog, snapshots } = this.#options;
    await campaigns.require(credentials, id);
    return (await catalog.mode(credentials)) === 'all'
      ? { points: await snapshots.points(id) }
      : { points: [], withheld: true };
  }

  async entities(
    credentials: BackstageCredentials,
    id: string,
    query: CampaignEntitiesQuery,
  ): Promise<CampaignEntitiesPage> {
    const { access, campaigns, catalog, clock, reader } = this.#options;
    const [name, ref, skip] = readCursor(query.cursor, entityKeys) ?? START;
    const limit = query.limit ?? DEFAULT_LIMIT;
    const { campaign } = await campaigns.require(credentials, id);
    const { platform } = query;
    const [mode, all, groups, platforms, requests] = await Promise.all([
      catalog.mode(credentials),
      reader.standings(campaign, dayOf(clock())),
      this.#groups(platform ? 'platform' : 'owner'),
      catalog.filter(credentials, platform ? [platform] : []),
      access.visible(credentials, exemptionRequestPermission),
    ]);
    const asked = all.filter(
      ({ entity, standing }) =>
        mode !== 'none' &&
        (!query.standing || query.standing.includes(standing)) &&
        (!query.owner || query.owner.includes(entity.ownerRef ?? '')) &&
        (!platform ||
          (platforms.has(platform) &&
            groups.groupOf(entity.ownerRef) === platform)),
    );
    const seen = (rows: EntityStanding[]) =>
      mode === 'all' ? Promise.resolve(rows) : this.#filter(credentials, rows);
    const rest = asked.filter(
      ({ entity }) => compareKeys(keyOf(entity), [name, ref]) > 0,
    );
    const counted = mode === 'all' ? asked : asked.slice(0, COUNTED_ROWS);
    const [total, { found, isEnd, looked }] = await Promise.all([
      seen(counted),
      readSeen(
        {
          read: async (offset, count) =>
            rest.slice(skip + offset, skip + offset + count),
          seen,
        },
        limit,
      ),
    ]);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const canRequest: EntityVisibility =
      campaign.status === 'active' ? requests : { kind: 'none' };
    return {
      items: page.map(row => toRow(row, canRequest)),
      totalItems: total.length,
      ...(asked.length > counted.length && { totalIsLowerBound: true }),
      pageInfo: {
        ...((found.length > limit || !isEnd) && {
          nextCursor: writeCursor(
            last ? [...keyOf(last.entity), 0] : [name, ref, skip + looked],
          ),
        }),
      },
    };
  }

  /** Who came into scope and left it; what the caller may not see is left out. */
  async scopeChanges(
    credentials: BackstageCredentials,
    id: string,
    query: { cursor?: string; limit?: number },
  ): Promise<ScopeChangesPage> {
    const { campaigns, catalog, snapshots } = this.#options;
    const limit = query.limit ?? DEFAULT_LIMIT;
    await campaigns.require(credentials, id);
    const after: ScopeChangeKey | undefined = readCursor(
      query.cursor,
      changeKeys,
    );
    const page = await readPage(
      {
        rows: (from, count) => snapshots.changes(id, from, count),
        keyOf: row => row.key,
        seen: async rows => {
          const visible = await catalog.filter(
            credentials,
            rows.map(row => row.entityRef),
          );
          return rows.filter(row => visible.has(row.entityRef));
        },
      },
      after,
      limit,
    );
    return {
      items: page.rows.map(({ day, entityRef, kind }): ScopeChange => ({
        entityRef,
        kind,
        day,
      })),
      pageInfo: { ...(page.next && { nextCursor: writeCursor(page.next) }) },
    };
  }

  /** Who a campaign would be about, for those who make one. */
  async preview(
    credentials: BackstageCredentials,
    input: CampaignPreviewInput,
  ): Promise<CampaignPreview> {
    await this.#options.campaigns.requireManager(credentials);
    const seen = await this.#seen(credentials, input);
    return {
      overall: countStandings(seen.rows),
      items: seen.rows
        .slice(0, PREVIEWED)
        .map(row => toRow(row, { kind: 'none' })),
      ...(seen.isLowerBound && { totalIsLowerBound: true }),
    };
  }

  /** The running campaigns that an entity is part of, the next target first. */
  async ofEntity(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<{ items: EntityCampaign[] }> {
    const { access, catalog, clock, permissions, reader, store } =
      this.#options;
    const entityRef = normalizeEntityRef(ref);
    const [, visible, requests, campaigns] = await Promise.all([
      requireCampaigns(permissions, credentials),
      catalog.filter(credentials, [entityRef]),
      access.visible(credentials, exemptionRequestPermission),
      store.active(),
    ]);
    if (!visible.has(entityRef)) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    const standings = await reader.standingsOf(
      entityRef,
      campaigns,
      dayOf(clock()),
    );
    return {
      items: campaigns.flatMap(campaign => {
        const row = standings.get(campaign.id);
        return row
          ? [
              {
                id: campaign.id,
                title: campaign.title,
                startDate: dateOf(campaign.startDay),
                targetDate: dateOf(campaign.targetDay),
                row: toRow(row, requests),
              },
            ]
          : [];
      }),
    };
  }

  /** One question to the catalog about up to 1,000 entities. */
  async #filter(
    credentials: BackstageCredentials,
    rows: EntityStanding[],
  ): Promise<EntityStanding[]> {
    const visible = await this.#options.catalog.filter(
      credentials,
      rows.map(({ entity }) => entity.entityRef),
    );
    return rows.filter(({ entity }) => visible.has(entity.entityRef));
  }

  /** To which row of progress an owner belongs. */
  async #groups(by: ProgressDimension): Promise<ProgressGroups> {
    const { hierarchy, platformTypes } = this.#options;
    if (by === 'owner') {
      return { names: [], groupOf: owner => owner };
    }
    const [edges, nodes] = await Promise.all([
      hierarchy.edges('childOf'),
      hierarchy.nodes(['group']),
    ]);
    const types = new Map(nodes.map(node => [node.entity_ref, node.type]));
    const tree = new Hierarchy(edges);
    return {
      names: nodes.map(node => node.entity_ref),
      groupOf: owner =>
        owner &&
        (tree
          .lineage(owner)
          .find(ref => platformTypes.includes(types.get(ref) ?? '')) ??
          owner),
    };
  }

  /** One question to the catalog for all entities, their owners and more names. */
  async #seen(
    credentials: BackstageCredentials,
    campaign: JudgedCampaign,
    names: string[] = [],
  ): Promise<SeenStandings> {
    const { catalog, clock, reader } = this.#options;
    const [mode, all] = await Promise.all([
      catalog.mode(credentials),
      reader.standings(campaign, dayOf(clock())),
    ]);
    if (mode === 'all') {
      return { rows: all, isSeen: () => true, isLowerBound: false };
    }
    if (mode === 'none') {
      return { rows: [], isSeen: () => false, isLowerBound: false };
    }
    const counted = all.slice(0, COUNTED_REFS);
    const owners = counted.flatMap(({ entity }) => entity.ownerRef ?? []);
    const visible = await catalog.filter(credentials, [
      ...new Set([
        ...names,
        ...owners,
        ...counted.map(({ entity }) => entity.entityRef),
      ]),
    ]);
    return {
      rows: counted.filter(({ entity }) => visible.has(entity.entityRef)),
      isSeen: each => visible.has(each),
      isLowerBound: all.length > COUNTED_REFS,
    };
  }
}
