import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  SCORECARD_REVIEWS_SIGNAL_CHANNEL,
  ScorecardReviewsSignal,
} from '@synchrony/backstage-plugin-scorecards-common';

/** Has open pages of a review look again. */
export class ReviewSignals {
  readonly #options: { logger: LoggerService; signals?: SignalsService };

  constructor(options: { logger: LoggerService; signals?: SignalsService }) {
    this.#options = options;
  }

  async changed(reviewId: string): Promise<void> {
    const { logger, signals } = this.#options;
    try {
      await signals?.publish<ScorecardReviewsSignal>({
        recipients: { type: 'broadcast' },
        channel: SCORECARD_REVIEWS_SIGNAL_CHANNEL,
        message: { reviewId },
      });
    } catch (error) {
      logger.warn(
        `Open pages learn of a change later: ${stringifyError(error)}`,
      );
    }
  }
}
