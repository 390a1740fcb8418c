import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  VIRTUAL_TEAMS_SIGNAL_CHANNEL,
  VirtualTeamsSignal,
} from '@synchrony/backstage-plugin-virtual-teams-common';

/** Says that expertise is worth reading again, and nothing about whose. */
export class ExpertiseChanges {
  readonly #options: { signals?: SignalsService; logger: LoggerService };

  constructor(options: { signals?: SignalsService; logger: LoggerService }) {
    this.#options = options;
  }

  async tell(): Promise<void> {
    const message: VirtualTeamsSignal = { what: 'expertise' };
    try {
      await this.#options.signals?.publish({
        recipients: { type: 'broadcast' },
        channel: VIRTUAL_TEAMS_SIGNAL_CHANNEL,
        message,
      });
    } catch (error) {
      this.#options.logger.debug(
        `Nobody heard that expertise changed: ${stringifyError(error)}`,
      );
    }
  }
}
