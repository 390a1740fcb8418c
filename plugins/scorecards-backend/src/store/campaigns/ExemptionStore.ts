import {
  ExemptionStatus,
  LIVE_EXEMPTION_STATUSES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { CampaignDeed, logDeed } from './CampaignStore';

/** A request to be exempt; days are their beginnings in UTC, in ms. */
export interface StoredExemption {
  id: string;
  campaignId: string;
  entityRef: string;
  /** Never `expired`, which is a matter of the day. */
  status: ExemptionStatus;
  reason: string;
  untilDay: number;
  requestedBy: string;
  requestedAt: number;
  decidedBy?: string;
  decidedAt?: number;
  note?: string;
}

interface ExemptionRow {
  id: string;
  campaign_id: string;
  entity_ref: string;
  status: ExemptionStatus;
  live: number | null;
  reason: string;
  until_day: number | string;
  requested_by: string;
  requested_at: number | string;
  decided_by: string | null;
  decided_at: number | string | null;
  note: string | null;
}

const TABLE = 'campaign_exemptions';

function toRow(exemption: StoredExemption): ExemptionRow {
  return {
    id: exemption.id,
    campaign_id: exemption.campaignId,
    entity_ref: exemption.entityRef,
    status: exemption.status,
    live: LIVE_EXEMPTION_STATUSES.includes(exemption.status) ? 1 : null,
    reason: exemption.reason,
    until_day: exemption.untilDay,
    requested_by: exemption.requestedBy,
    requested_at: exemption.requestedAt,
    decided_by: exemption.decidedBy ?? null,
    decided_at: exemption.decidedAt ?? null,
    note: exemption.note ?? null,
  };
}

function fromRow(row: ExemptionRow): StoredExemption {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    entityRef: row.entity_ref,
    status: row.status,
    reason: row.reason,
    untilDay: Number(row.until_day),
    requestedBy: row.requested_by,
    requestedAt: Number(row.requested_at),
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at === null ? undefined : Number(row.decided_at),
    note: row.note ?? undefined,
  };
}

/** Requests to be exempt from campaigns. */
export class ExemptionStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async get(id: string): Promise<StoredExemption | undefined> {
    const row = await this.#database<ExemptionRow>(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  /**
   * Adds a request; one that ran out before `today` makes room for it. False
   * when the entity has one that can still change.
   */
  async add(
    exemption: StoredExemption,
    today: number,
    deed: CampaignDeed,
  ): Promise<boolean> {
    return this.#database.transaction(async tx => {
      await tx<ExemptionRow>(TABLE)
        .where({
          campaign_id: exemption.campaignId,
          entity_ref: exemption.entityRef,
          live: 1,
        })
        .andWhere('until_day', '<', today)
        .update({ live: null });
      const added = await tx<ExemptionRow>(TABLE)
        .insert(toRow(exemption))
        .onConflict(['campaign_id', 'entity_ref', 'live'])
        .ignore()
        .returning('id');
      if (added.length > 0) {
        await logDeed(tx, exemption.campaignId, exemption.requestedAt, deed);
      }
      return added.length > 0;
    });
  }

  /** Whether it was still in the status before. */
  async change(
    exemption: StoredExemption,
    before: ExemptionStatus,
    deed: CampaignDeed,
  ): Promise<boolean> {
    return this.#database.transaction(async tx => {
      const changed = await tx<ExemptionRow>(TABLE)
        .where({ id: exemption.id, status: before })
        .update(toRow(exemption));
      if (changed > 0) {
        await logDeed(
          tx,
          exemption.campaignId,
          exemption.decidedAt ?? exemption.requestedAt,
          deed,
        );
      }
      return changed > 0;
    });
  }

  /** Newest first. */
  async page(
    campaignId: string,
    after: { requestedAt: number; id: string } | undefined,
    limit: number,
  ): Promise<StoredExemption[]> {
    const query = this.#database<ExemptionRow>(TABLE)
      .where({ campaign_id: campaignId })
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (after) {
      query.andWhere(beyond =>
        beyond
          .where('requested_at', '<', after.requestedAt)
          .orWhere(same =>
            same
              .where('requested_at', after.requestedAt)
              .andWhere('id', '<', after.id),
          ),
      );
    }
    return (await query).map(fromRow);
  }
}
