import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { DESK_PATH, entityPath, questionPath } from '../../desk/links';

export const QUESTION_TOPIC = 'champions.question';

/** Tells people of questions: that there is one and where, never what it says. */
export class QuestionNotifier {
  readonly #options: {
    logger: LoggerService;
    notifications?: NotificationService;
  };

  constructor(options: {
    logger: LoggerService;
    notifications?: NotificationService;
  }) {
    this.#options = options;
  }

  asked(routedTo: string, id: string): Promise<void> {
    return this.#send(routedTo, {
      title: 'Somebody asks you as security champion',
      description: 'The question stands on your desk.',
      link: questionPath(id),
      scope: `champion-question:${id}`,
    });
  }

  /** One notification, however many questions. */
  passedOn(routedTo: string, ids: string[]): Promise<void> {
    const [first] = ids;
    return this.#send(routedTo, {
      title:
        ids.length === 1
          ? 'A question was passed on to you'
          : `${ids.length} questions were passed on to you`,
      description: 'Who was asked before is no champion there any more.',
      link: ids.length === 1 ? questionPath(first) : DESK_PATH,
      scope: `champion-question:${first}:${routedTo}`,
    });
  }

  answered(askedBy: string, entityRef: string, id: string): Promise<void> {
    return this.#send(askedBy, {
      title: 'Your question to a security champion is answered',
      description: 'The answer stands with the entity.',
      link: entityPath(entityRef, `?${new URLSearchParams({ question: id })}`),
      scope: `champion-answer:${id}`,
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
  ): Promise<void> {
    const { logger, notifications } = this.#options;
    try {
      await notifications?.send({
        recipients: { type: 'entity', entityRef },
        payload: { ...payload, topic: QUESTION_TOPIC },
      });
    } catch (error) {
      logger.warn(
        `A notification of a question was not sent: ${stringifyError(error)}`,
      );
    }
  }
}
