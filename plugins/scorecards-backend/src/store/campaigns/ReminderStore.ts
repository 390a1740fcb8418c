import { Knex } from 'knex';

interface ReminderRow {
  campaign_id: string;
  group_ref: string;
  occasion: string;
  claimed_at: number | string;
  sent_at: number | string | null;
}

/** Names a reminder: it is sent once. */
export interface ReminderKey {
  campaignId: string;
  groupRef: string;
  occasion: string;
}

const TABLE = 'campaign_reminders';
/** Who claimed a reminder and did not send it by then has stopped. */
const CLAIM_MS = 10 * 60_000;

function where({ campaignId, groupRef, occasion }: ReminderKey) {
  return { campaign_id: campaignId, group_ref: groupRef, occasion };
}

/** Which group was reminded of what, so that no replica says it again. */
export class ReminderStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** True for the one who is to send it. */
  async claim(key: ReminderKey, now: number): Promise<boolean> {
    const claimed = await this.#database<ReminderRow>(TABLE)
      .insert({ ...where(key), claimed_at: now, sent_at: null })
      .onConflict(['campaign_id', 'group_ref', 'occasion'])
      .merge({ claimed_at: now })
      .whereNull(`${TABLE}.sent_at`)
      .andWhere(`${TABLE}.claimed_at`, '<', now - CLAIM_MS)
      .returning('group_ref');
    return claimed.length > 0;
  }

  async sent(key: ReminderKey, now: number): Promise<void> {
    await this.#database<ReminderRow>(TABLE)
      .where(where(key))
      .update({ sent_at: now });
  }
}
