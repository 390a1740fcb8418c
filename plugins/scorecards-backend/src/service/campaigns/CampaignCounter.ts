import { countStandings } from '../../campaigns/countStandings';
import { dayOf } from '../../calendar/days';
import { CampaignSnapshotStore } from '../../store/campaigns/CampaignSnapshotStore';
import { StoredCampaign } from '../../store/campaigns/CampaignStore';
import { CampaignReader } from './CampaignReader';

export interface CampaignCounterOptions {
  reader: CampaignReader;
  snapshots: CampaignSnapshotStore;
  clock: () => Date;
}

/** Keeps how a campaign stands on a day. */
export class CampaignCounter {
  readonly #options: CampaignCounterOptions;

  constructor(options: CampaignCounterOptions) {
    this.#options = options;
  }

  /** Counts all entities in scope; nothing before the start. */
  async count(campaign: StoredCampaign): Promise<void> {
    const { clock, reader, snapshots } = this.#options;
    const now = clock();
    const today = dayOf(now);
    if (today < campaign.startDay) {
      return;
    }
    const rows = await reader.standings(campaign, today);
    await snapshots.take({
      campaignId: campaign.id,
      day: Math.min(today, campaign.targetDay),
      takenAt: now.getTime(),
      standings: countStandings(rows).standings,
      entityRefs: rows.map(({ entity }) => entity.entityRef),
    });
  }
}
