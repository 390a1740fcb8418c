import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ScorecardDefinition } from '../definitions/types';

/** A version of a scorecard that took the place of another. */
export interface NewVersion {
  definition: ScorecardDefinition;
  /** The version that was in use until now. */
  before: number;
}

/**
 * Tells everybody that a scorecard asks for other things from now on: levels
 * may change without anybody having changed a service.
 */
export class DefinitionAnnouncer {
  readonly #options: {
    logger: LoggerService;
    notifications: NotificationService;
  };

  constructor(options: {
    logger: LoggerService;
    notifications: NotificationService;
  }) {
    this.#options = options;
  }

  /** It is in use whether or not people can be told of it. */
  async announce(versions: readonly NewVersion[]): Promise<void> {
    const { logger, notifications } = this.#options;
    for (const { before, definition } of versions) {
      const { id, title, version } = definition;
      try {
        await notifications.send({
          recipients: { type: 'broadcast' },
          payload: {
            title: `${title} is in use as version ${version}`,
            description: `It takes the place of version ${before}. Levels may change; their history marks the day.`,
            link: '/scorecards/definitions',
            severity: 'low',
            topic: 'scorecards.definition',
            scope: `scorecards:definition:${id}:${version}`,
          },
        });
      } catch (error) {
        logger.warn(
          `Nobody was told of version ${version} of the scorecard ${id}: ${stringifyError(error)}`,
        );
      }
    }
  }
}
