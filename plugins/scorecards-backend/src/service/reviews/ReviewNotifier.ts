import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { dateOf } from '../../calendar/days';
import {
  ActionDigest,
  digestActions,
  OwnedAction,
} from '../../reviews/digestActions';
import { DecisionStore } from '../../store/reviews/DecisionStore';
import { StoredReview } from '../../store/reviews/ReviewStore';
import { OwnerDirectory } from '../OwnerDirectory';

export interface ReviewNotifierOptions {
  logger: LoggerService;
  notifications?: NotificationService;
  owners: OwnerDirectory;
  decisions: DecisionStore;
}

const TOPIC = 'scorecards.review';

/** People who are told the same, so that they are told in one call. */
function alike(
  digests: ReadonlyMap<string, ActionDigest>,
): { people: string[]; digest: ActionDigest }[] {
  const groups = new Map<string, { people: string[]; digest: ActionDigest }>();
  for (const [person, digest] of digests) {
    const key = `${digest.count} ${digest.firstDay}`;
    const group = groups.get(key) ?? { people: [], digest };
    group.people.push(person);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Tells people of their actions: a number and a link, never what is to do. */
export class ReviewNotifier {
  readonly #options: ReviewNotifierOptions;

  constructor(options: ReviewNotifierOptions) {
    this.#options = options;
  }

  /** One notification a person, however many actions and groups they have. */
  async ended(review: StoredReview): Promise<void> {
    const { decisions, logger, notifications, owners } = this.#options;
    if (!notifications) {
      return;
    }
    try {
      const actions = (await decisions.list(review.id)).flatMap<OwnedAction>(
        ({ dueDay, ownerRef, status }) =>
          status === 'open' && ownerRef !== undefined && dueDay !== undefined
            ? [{ ownerRef, dueDay }]
            : [],
      );
      const people = await owners.peopleOf([
        ...new Set(actions.map(({ ownerRef }) => ownerRef)),
      ]);
      for (const { digest, people: told } of alike(
        digestActions(actions, people),
      )) {
        await notifications.send({
          recipients: { type: 'entity', entityRef: told },
          payload: {
            title: `${review.title}: ${digest.count === 1 ? '1 action is' : `${digest.count} actions are`} yours`,
            description: `The first is due on ${dateOf(digest.firstDay)}.`,
            link: `/scorecards/reviews?${new URLSearchParams({ review: review.id })}`,
            topic: TOPIC,
            scope: `scorecard-review:${review.id}`,
          },
        });
      }
    } catch (error) {
      logger.warn(
        `Owners of actions of a review were not told: ${stringifyError(error)}`,
      );
    }
  }
}
