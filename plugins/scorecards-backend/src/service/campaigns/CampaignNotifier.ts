import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { dateOf } from '../../calendar/days';
import { Occasion } from '../../campaigns/dueReminder';
import { StoredCampaign } from '../../store/campaigns/CampaignStore';
import { StoredExemption } from '../../store/campaigns/ExemptionStore';

export interface CampaignNotifierOptions {
  logger: LoggerService;
  notifications?: NotificationService;
}

/** What is said to a group in one reminder. */
export interface Digest {
  groupRef: string;
  /** Its entities that fail or are not known. */
  open: number;
  /** Its entities in scope. */
  total: number;
}

const TOPIC = 'campaigns';

function linkTo(campaign: StoredCampaign, groupRef?: string): string {
  const query = new URLSearchParams({
    campaign: campaign.id,
    ...(groupRef && { owner: groupRef }),
  });
  return `/scorecards/campaigns?${query}`;
}

function daysText(days: number): string {
  if (days === 0) {
    return 'today';
  }
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** Tells people of campaigns: numbers and a link, never what stands behind. */
export class CampaignNotifier {
  readonly #options: CampaignNotifierOptions;

  constructor(options: CampaignNotifierOptions) {
    this.#options = options;
  }

  /** Whether it was sent. */
  async remind(
    campaign: StoredCampaign,
    occasion: Occasion,
    { groupRef, open, total }: Digest,
  ): Promise<boolean> {
    const what =
      occasion.sharePct === undefined
        ? 'The target'
        : `A milestone (${occasion.sharePct} %)`;
    return this.#send(groupRef, {
      title: `${campaign.title}: ${open} of your ${total} components to go`,
      description: `${what} is ${daysText(occasion.daysLeft)}, on ${dateOf(occasion.day)}.`,
      link: linkTo(campaign, groupRef),
      scope: `campaign:${campaign.id}:${occasion.key}:${groupRef}`,
    });
  }

  async exemptionDecided(
    campaign: StoredCampaign,
    exemption: StoredExemption,
  ): Promise<void> {
    if (!exemption.requestedBy.startsWith('user:')) {
      return;
    }
    await this.#send(exemption.requestedBy, {
      title: `${campaign.title}: your exemption was ${exemption.status}`,
      description: 'The campaign says of which component, and why.',
      link: linkTo(campaign),
      scope: `exemption:${exemption.id}`,
    });
  }

  async #send(
    entityRef: string,
    payload: {
      title: string;
      description: string;
      link: string;
      scope: string;
    },
  ): Promise<boolean> {
    const { logger, notifications } = this.#options;
    if (!notifications) {
      return false;
    }
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: { ...payload, topic: TOPIC },
      });
      return true;
    } catch (error) {
      logger.warn(
        `A notification of a campaign was not sent: ${stringifyError(error)}`,
      );
      return false;
    }
  }
}
