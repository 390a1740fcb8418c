import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  MAX_OPEN_ACTIONS,
  OpenReviewActions,
} from '@synchrony/backstage-plugin-scorecards-common';
import { DecisionStore } from '../../store/reviews/DecisionStore';
import { DecisionReader } from './DecisionReader';
import { requireReviews } from './ReviewRights';

/** Whether one may be seen is known once it was read. */
const MOST_READ = 1000;

/** What reviews left open, about many entities at once. */
export class OpenActionsService {
  readonly #options: {
    auth: AuthService;
    permissions: PermissionsService;
    reader: DecisionReader;
    store: DecisionStore;
  };

  constructor(options: {
    auth: AuthService;
    permissions: PermissionsService;
    reader: DecisionReader;
    store: DecisionStore;
  }) {
    this.#options = options;
  }

  /** @throws NotAllowedError for those who may not read reviews */
  async find(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<OpenReviewActions> {
    const { reader, store } = this.#options;
    const caller = await requireReviews(this.#options, credentials);
    const found = await store.openOf(entityRefs, MOST_READ + 1);
    const read = found.slice(0, MOST_READ);
    const viewer = await reader.viewer(
      credentials,
      caller,
      read.map(({ decision }) => decision),
    );
    const seen = read.filter(({ decision }) => viewer.isReadable(decision));
    return {
      items: seen
        .slice(0, MAX_OPEN_ACTIONS)
        .map(({ decision, reviewTitle, ...review }) => ({
          ...reader.toView(
            decision,
            {
              facilitator: review.facilitator,
              status: review.reviewStatus,
              scorecardId: review.scorecardId,
            },
            viewer,
          ),
          reviewTitle,
        })),
      count: seen.length,
      ...(found.length > MOST_READ && { countIsLowerBound: true }),
    };
  }
}
