import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  INGESTION_SIGNAL_CHANNEL,
  IngestionSignal,
} from '@synchrony/backstage-plugin-ingestion-common';

/** Tells open pages to look again; they also do so by themselves. */
export class ChangeAnnouncer {
  readonly #signals: SignalsService | undefined;
  readonly #logger: LoggerService;

  constructor(options: {
    signals: SignalsService | undefined;
    logger: LoggerService;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** Never throws and never waits: losing it costs a minute, not data. */
  changed(entityRef: string, version: number): void {
    this.#signals
      ?.publish<IngestionSignal>({
        recipients: { type: 'broadcast' },
        channel: INGESTION_SIGNAL_CHANNEL,
        message: { entityRef, version },
      })
      .catch(error =>
        this.#logger.debug(`No signal was sent: ${stringifyError(error)}`),
      );
  }
}
