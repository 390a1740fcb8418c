import { randomUUID } from 'node:crypto';
import {
  CampaignGoal,
  CampaignScope,
  CampaignStatus,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Knex } from 'knex';

/** A campaign as it is stored; days are their beginnings in UTC, in ms. */
export interface StoredCampaign {
  id: string;
  status: CampaignStatus;
  title: string;
  description?: string;
  scorecardId: string;
  scope: CampaignScope;
  goal: CampaignGoal;
  milestones: { day: number; sharePct: number }[];
  reminderDays?: number[];
  startDay: number;
  targetDay: number;
  version: number;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
  endedAt?: number;
}

/** Who did what to a campaign. */
export interface CampaignDeed {
  actor: string;
  action: string;
  detail?: object;
}

interface CampaignRow {
  id: string;
  status: CampaignStatus;
  title: string;
  description: string | null;
  scorecard_id: string;
  scope: string;
  goal: string;
  milestones: string;
  reminder_days: string | null;
  start_day: number | string;
  target_day: number | string;
  version: number;
  created_by: string;
  created_at: number | string;
  updated_at: number | string;
  ended_at: number | string | null;
}

const TABLE = 'campaigns';

function toRow(campaign: StoredCampaign): CampaignRow {
  return {
    id: campaign.id,
    status: campaign.status,
    title: campaign.title,
    description: campaign.description ?? null,
    scorecard_id: campaign.scorecardId,
    scope: JSON.stringify(campaign.scope),
    goal: JSON.stringify(campaign.goal),
    milestones: JSON.stringify(campaign.milestones),
    reminder_days: campaign.reminderDays
      ? JSON.stringify(campaign.reminderDays)
      : null,
    start_day: campaign.startDay,
    target_day: campaign.targetDay,
    version: campaign.version,
    created_by: campaign.createdBy,
    created_at: campaign.createdAt,
    updated_at: campaign.updatedAt,
    ended_at: campaign.endedAt ?? null,
  };
}

function fromRow(row: CampaignRow): StoredCampaign {
  return {
    id: row.id,
    status: row.status,
    title: row.title,
    description: row.description ?? undefined,
    scorecardId: row.scorecard_id,
    scope: JSON.parse(row.scope),
    goal: JSON.parse(row.goal),
    milestones: JSON.parse(row.milestones),
    reminderDays: row.reminder_days ? JSON.parse(row.reminder_days) : undefined,
    startDay: Number(row.start_day),
    targetDay: Number(row.target_day),
    version: row.version,
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    endedAt: row.ended_at === null ? undefined : Number(row.ended_at),
  };
}

/** Adds what was done to the log of a campaign. */
export async function logDeed(
  tx: Knex,
  campaignId: string,
  at: number,
  deed: CampaignDeed,
): Promise<void> {
  await tx('campaign_log').insert({
    id: randomUUID(),
    campaign_id: campaignId,
    at,
    actor: deed.actor,
    action: deed.action,
    detail: JSON.stringify(deed.detail ?? {}),
  });
}

/** Campaigns, and what was done with them. */
export class CampaignStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async get(id: string): Promise<StoredCampaign | undefined> {
    const row = await this.#database<CampaignRow>(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  async add(campaign: StoredCampaign, deed: CampaignDeed): Promise<void> {
    await this.#database.transaction(async tx => {
      await tx<CampaignRow>(TABLE).insert(toRow(campaign));
      await logDeed(tx, campaign.id, campaign.updatedAt, deed);
    });
  }

  /** Whether it was still of the version before the given one's. */
  async change(campaign: StoredCampaign, deed: CampaignDeed): Promise<boolean> {
    return this.#database.transaction(async tx => {
      const changed = await tx<CampaignRow>(TABLE)
        .where({ id: campaign.id, version: campaign.version - 1 })
        .update(toRow(campaign));
      if (changed > 0) {
        await logDeed(tx, campaign.id, campaign.updatedAt, deed);
      }
      return changed > 0;
    });
  }

  /** Those with the latest target first. */
  async page(
    statuses: readonly CampaignStatus[],
    after: { targetDay: number; id: string } | undefined,
    limit: number,
  ): Promise<StoredCampaign[]> {
    const query = this.#database<CampaignRow>(TABLE)
      .whereIn('status', [...statuses])
      .orderBy([
        { column: 'target_day', order: 'desc' },
        { column: 'id', order: 'asc' },
      ])
      .limit(limit);
    if (after) {
      query.andWhere(beyond =>
        beyond
          .where('target_day', '<', after.targetDay)
          .orWhere(same =>
            same
              .where('target_day', after.targetDay)
              .andWhere('id', '>', after.id),
          ),
      );
    }
    return (await query).map(fromRow);
  }

  async active(): Promise<StoredCampaign[]> {
    const rows = await this.#database<CampaignRow>(TABLE)
      .where({ status: 'active' })
      .orderBy('target_day')
      .orderBy('id');
    return rows.map(fromRow);
  }
}
