import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CAMPAIGN_TIME_TRANSITION,
  Standing,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { dayOf } from '../../calendar/days';
import { dueReminder } from '../../campaigns/dueReminder';
import { EntityStanding } from '../../campaigns/standingOf';
import { CampaignSnapshotStore } from '../../store/campaigns/CampaignSnapshotStore';
import {
  CampaignStore,
  StoredCampaign,
} from '../../store/campaigns/CampaignStore';
import { ReminderStore } from '../../store/campaigns/ReminderStore';
import { DirtyStore } from '../../store/DirtyStore';
import { CampaignCounter } from './CampaignCounter';
import { CampaignNotifier, Digest } from './CampaignNotifier';
import { CampaignReader } from './CampaignReader';

export interface CampaignClockOptions {
  database: Knex;
  logger: LoggerService;
  store: CampaignStore;
  snapshots: CampaignSnapshotStore;
  reminders: ReminderStore;
  reader: CampaignReader;
  counter: CampaignCounter;
  notifier: CampaignNotifier;
  dirty: DirtyStore;
  /** Days before a milestone or the target; none switches reminders off. */
  reminderDays: number[];
  clock: () => Date;
}

const LOOK_MS = 60_000;
/** A count waits for evaluations that are under way, but no longer. */
const PATIENCE_MS = 60 * 60_000;
/** How often it is looked at who is to be reminded. */
const REMIND_MS = 60 * 60_000;
const TO_GO: readonly Standing[] = ['failing', 'unknown'];

/** One digest for each owner that has something to do. */
export function digestsOf(rows: readonly EntityStanding[]): Digest[] {
  const digests = new Map<string, Digest>();
  for (const { entity, standing } of rows) {
    if (entity.ownerRef) {
      const known = digests.get(entity.ownerRef);
      digests.set(entity.ownerRef, {
        groupRef: entity.ownerRef,
        open: (known?.open ?? 0) + (TO_GO.includes(standing) ? 1 : 0),
        total: (known?.total ?? 0) + 1,
      });
    }
  }
  return [...digests.values()].filter(({ open }) => open > 0);
}

/**
 * What time alone does to campaigns, on one replica, whoever is or is not
 * there: counts each day, reminds, and ends those whose target has passed.
 */
export class CampaignClock {
  readonly #options: CampaignClockOptions;
  readonly #loop: LeasedLoop;
  readonly #lookedAt = new Map<string, number>();
  #waitsSince: number | undefined;

  constructor(options: CampaignClockOptions) {
    this.#options = options;
    this.#loop = new LeasedLoop({
      name: 'scorecards-campaigns',
      leases: new Leases(options),
      logger: options.logger,
      run: async () => {
        await this.round();
        return LOOK_MS;
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async round(): Promise<void> {
    const { clock, store } = this.#options;
    const now = clock();
    const today = dayOf(now);
    const active = await store.active();
    const running = active.filter(({ targetDay }) => targetDay >= today);
    for (const campaign of active) {
      if (campaign.targetDay < today) {
        await this.#finish(campaign, now);
      }
    }
    await this.#count(running, now);
    for (const campaign of running) {
      await this.#remind(campaign, now);
    }
  }

  /** Its last count is of now, as of the target: nothing was counted later. */
  async #finish(campaign: StoredCampaign, now: Date): Promise<void> {
    const { counter, snapshots, store } = this.#options;
    const known = await snapshots.counted([campaign.id], campaign.targetDay);
    if (!known.has(campaign.id)) {
      await counter.count(campaign);
    }
    await store.change(
      {
        ...campaign,
        status: CAMPAIGN_TIME_TRANSITION.to,
        version: campaign.version + 1,
        updatedAt: now.getTime(),
        endedAt: now.getTime(),
      },
      { actor: 'scorecards', action: CAMPAIGN_TIME_TRANSITION.name },
    );
  }

  async #count(campaigns: StoredCampaign[], now: Date): Promise<void> {
    const { counter, snapshots } = this.#options;
    const today = dayOf(now);
    const begun = campaigns.filter(({ startDay }) => startDay <= today);
    const counted = await snapshots.counted(
      begun.map(({ id }) => id),
      today,
    );
    const missing = begun.filter(({ id }) => !counted.has(id));
    if (missing.length === 0) {
      this.#waitsSince = undefined;
      return;
    }
    if (await this.#isSettled(now)) {
      for (const campaign of missing) {
        await counter.count(campaign);
      }
    }
  }

  async #isSettled(now: Date): Promise<boolean> {
    this.#waitsSince ??= now.getTime();
    return (
      now.getTime() - this.#waitsSince >= PATIENCE_MS ||
      (await this.#options.dirty.next(1)).length === 0
    );
  }

  async #remind(campaign: StoredCampaign, now: Date): Promise<void> {
    const { notifier, reader, reminderDays, reminders } = this.#options;
    const today = dayOf(now);
    const occasion = dueReminder(
      {
        ...campaign,
        reminderDays:
          reminderDays.length === 0
            ? []
            : (campaign.reminderDays ?? reminderDays),
      },
      today,
    );
    const lookedAt = this.#lookedAt.get(campaign.id) ?? -Infinity;
    if (!occasion || now.getTime() - lookedAt < REMIND_MS) {
      return;
    }
    this.#lookedAt.set(campaign.id, now.getTime());
    for (const digest of digestsOf(await reader.standings(campaign, today))) {
      const key = {
        campaignId: campaign.id,
        groupRef: digest.groupRef,
        occasion: occasion.key,
      };
      if (await reminders.claim(key, now.getTime())) {
        if (await notifier.remind(campaign, occasion, digest)) {
          await reminders.sent(key, now.getTime());
        }
      }
    }
  }
}
