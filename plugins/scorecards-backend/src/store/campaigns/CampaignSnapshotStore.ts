import {
  CampaignPoint,
  ScopeChange,
  Standing,
} from '@synchrony/backstage-plugin-scorecards-common';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { compareScope } from '../../campaigns/compareScope';
import { toCounts } from '../../campaigns/countStandings';
import { dateOf } from '../../calendar/days';

interface SnapshotRow {
  campaign_id: string;
  day: number | string;
  taken_at: number | string;
  standings: string;
  joined: number;
  left: number;
}

interface MemberRow {
  campaign_id: string;
  entity_ref: string;
  joined_day: number | string;
  left_day: number | string | null;
  is_first: number;
}

/** A count of a campaign. */
export interface NewSnapshot {
  campaignId: string;
  day: number;
  takenAt: number;
  standings: Record<Standing, number>;
  /** All entities in scope. */
  entityRefs: string[];
}

/** Where a page of changes begins: after this one. */
export type ScopeChangeKey = [day: number, entityRef: string, kind: string];

const ROWS_A_STATEMENT = 300;

function toPoint(row: SnapshotRow): CampaignPoint {
  return {
    day: dateOf(row.day),
    ...toCounts(JSON.parse(row.standings)),
    joined: row.joined,
    left: row.left,
  };
}

/** Daily counts of campaigns, and who was in scope when. */
export class CampaignSnapshotStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * Keeps the count of a day and who came and left since the one before. The
   * day's count is replaced when there is one, and what came and left adds up.
   */
  async take(snapshot: NewSnapshot): Promise<void> {
    const { campaignId, day } = snapshot;
    await this.#database.transaction(async tx => {
      const before = await tx<MemberRow>('campaign_members')
        .where({ campaign_id: campaignId })
        .whereNull('left_day');
      const isFirst = !(await tx<SnapshotRow>('campaign_snapshots')
        .where({ campaign_id: campaignId })
        .first());
      const { joined, left } = compareScope(
        before.map(row => row.entity_ref),
        snapshot.entityRefs,
      );
      for (const refs of chunks(left, ROWS_A_STATEMENT)) {
        await tx<MemberRow>('campaign_members')
          .where({ campaign_id: campaignId })
          .whereNull('left_day')
          .whereIn('entity_ref', refs)
          .update({ left_day: day });
      }
      for (const refs of chunks(joined, ROWS_A_STATEMENT)) {
        await tx<MemberRow>('campaign_members')
          .insert(
            refs.map(ref => ({
              campaign_id: campaignId,
              entity_ref: ref,
              joined_day: day,
              left_day: null,
              is_first: isFirst ? 1 : 0,
            })),
          )
          .onConflict(['campaign_id', 'entity_ref', 'joined_day'])
          .merge(['left_day']);
      }
      const sameDay = await tx<SnapshotRow>('campaign_snapshots')
        .where({ campaign_id: campaignId, day })
        .first();
      await tx<SnapshotRow>('campaign_snapshots')
        .insert({
          campaign_id: campaignId,
          day,
          taken_at: snapshot.takenAt,
          standings: JSON.stringify(snapshot.standings),
          joined: (sameDay?.joined ?? 0) + (isFirst ? 0 : joined.length),
          left: (sameDay?.left ?? 0) + left.length,
        })
        .onConflict(['campaign_id', 'day'])
        .merge();
    });
  }

  /** Of these campaigns, those that were counted on the day. */
  async counted(campaignIds: string[], day: number): Promise<Set<string>> {
    const rows = await this.#database<SnapshotRow>('campaign_snapshots')
      .select('campaign_id')
      .where({ day })
      .whereIn('campaign_id', campaignIds);
    return new Set(rows.map(row => row.campaign_id));
  }

  /** Oldest first. */
  async points(campaignId: string): Promise<CampaignPoint[]> {
    const rows = await this.#database<SnapshotRow>('campaign_snapshots')
      .where({ campaign_id: campaignId })
      .orderBy('day');
    return rows.map(toPoint);
  }

  /** The newest count of each campaign. */
  async latest(campaignIds: string[]): Promise<Map<string, CampaignPoint>> {
    const rows: SnapshotRow[] = await this.#database('campaign_snapshots')
      .whereIn('campaign_id', campaignIds)
      .whereIn(
        ['campaign_id', 'day'],
        this.#database('campaign_snapshots')
          .select('campaign_id')
          .max('day')
          .whereIn('campaign_id', campaignIds)
          .groupBy('campaign_id'),
      );
    return new Map(rows.map(row => [row.campaign_id, toPoint(row)]));
  }

  /** Who came and left after the first count, newest first. */
  async changes(
    campaignId: string,
    after: ScopeChangeKey | undefined,
    limit: number,
  ): Promise<(ScopeChange & { key: ScopeChangeKey })[]> {
    const side = (kind: ScopeChange['kind'], column: string) =>
      this.#database('campaign_members')
        .select({ entity_ref: 'entity_ref', day: column })
        .select(this.#database.raw(`'${kind}' as kind`))
        .where({ campaign_id: campaignId });
    const query = this.#database
      .select('*')
      .from(
        side('joined', 'joined_day')
          .where({ is_first: 0 })
          .unionAll(side('left', 'left_day').whereNotNull('left_day'))
          .as('changes'),
      )
      .orderBy([
        { column: 'day', order: 'desc' },
        { column: 'entity_ref', order: 'asc' },
        { column: 'kind', order: 'asc' },
      ])
      .limit(limit);
    if (after) {
      const [day, ref, kind] = after;
      query.where(beyond =>
        beyond
          .where('day', '<', day)
          .orWhere(same =>
            same
              .where('day', day)
              .andWhere(rest =>
                rest
                  .where('entity_ref', '>', ref)
                  .orWhere(one =>
                    one.where('entity_ref', ref).andWhere('kind', '>', kind),
                  ),
              ),
          ),
      );
    }
    const rows: {
      entity_ref: string;
      day: number | string;
      kind: ScopeChange['kind'];
    }[] = await query;
    return rows.map(row => ({
      entityRef: row.entity_ref,
      kind: row.kind,
      day: dateOf(row.day),
      key: [Number(row.day), row.entity_ref, row.kind],
    }));
  }
}
