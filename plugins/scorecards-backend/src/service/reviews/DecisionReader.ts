import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  evidenceReadPermission,
  openActions,
  REVIEW_ACTION_TRANSITIONS,
  ReviewDecision,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { dateOf } from '../../calendar/days';
import { checksOf } from '../../campaigns/goalOf';
import { GoalCheck } from '../../campaigns/types';
import { StoredDecision } from '../../store/reviews/DecisionStore';
import { StoredReview } from '../../store/reviews/ReviewStore';
import { DefinitionsService } from '../DefinitionsService';
import { evidenceOf } from './evidenceOf';
import { mayRun, ReviewCaller } from './ReviewRights';

export interface DecisionReaderOptions {
  auth: AuthService;
  userInfo: UserInfoService;
  access: EntityAccess;
  catalog: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  definitions: DefinitionsService;
}

/** What a decision's review says of it. */
export type OfReview = Pick<
  StoredReview,
  'facilitator' | 'status' | 'scorecardId'
>;

/** Who looks at decisions, and what they may see and do. */
export interface DecisionViewer {
  isReadable: (decision: StoredDecision) => boolean;
  ownsOrRuns: (decision: StoredDecision, review: OfReview) => boolean;
  mayRun: (review: OfReview) => boolean;
}

/**
 * Decisions as a caller may see them. They are open to those who may read the
 * evidence of the entity, to who wrote them and to whose action it is.
 */
export class DecisionReader {
  readonly #options: DecisionReaderOptions;

  constructor(options: DecisionReaderOptions) {
    this.#options = options;
  }

  /** The checks of the scorecard of a review, as they are defined now. */
  checks({ scorecardId }: OfReview): GoalCheck[] {
    const scorecard = this.#options.definitions
      .ruleset()
      .scorecards.find(({ definition }) => definition.id === scorecardId);
    return scorecard ? checksOf(scorecard) : [];
  }

  async viewer(
    credentials: BackstageCredentials,
    caller: ReviewCaller,
    decisions: StoredDecision[],
  ): Promise<DecisionViewer> {
    const { access, catalog, entities } = this.#options;
    const refs = [...new Set(decisions.map(({ entityRef }) => entityRef))];
    const [visible, evidence, claims] = await Promise.all([
      catalog.filter(credentials, refs),
      access.visible(credentials, evidenceReadPermission),
      this.#claims(credentials, caller),
    ]);
    const isOpen = await evidenceOf(entities, evidence, refs);
    const owns = ({ ownerRef }: StoredDecision) =>
      ownerRef !== undefined && claims.has(ownerRef);
    return {
      isReadable: decision =>
        visible.has(decision.entityRef) &&
        (isOpen(decision.entityRef) ||
          decision.createdBy === caller.actor ||
          owns(decision)),
      ownsOrRuns: (decision, review) =>
        owns(decision) || mayRun(review, caller),
      mayRun: review => mayRun(review, caller),
    };
  }

  toView(
    decision: StoredDecision,
    review: OfReview,
    viewer: DecisionViewer,
  ): ReviewDecision {
    const { checkId, doneAt, dueDay, status } = decision;
    const check = this.checks(review).find(({ id }) => id === checkId);
    return {
      id: decision.id,
      reviewId: decision.reviewId,
      entityRef: decision.entityRef,
      kind: decision.kind,
      text: decision.text,
      checkId,
      checkTitle: check?.title,
      ownerRef: decision.ownerRef,
      waiverId: decision.waiverId,
      ...(dueDay !== undefined && { dueDate: dateOf(dueDay) }),
      status,
      ...(doneAt !== undefined && {
        doneAt: new Date(doneAt).toISOString(),
        doneBy: decision.doneBy,
      }),
      version: decision.version,
      createdBy: decision.createdBy,
      createdAt: new Date(decision.createdAt).toISOString(),
      steps:
        status === undefined || review.status === 'cancelled'
          ? []
          : openActions(REVIEW_ACTION_TRANSITIONS, status, {
              ownsOrRuns: viewer.ownsOrRuns(decision, review),
            }),
      mayEdit: review.status === 'running' && viewer.mayRun(review),
    };
  }

  async #claims(
    credentials: BackstageCredentials,
    { actor }: ReviewCaller,
  ): Promise<Set<string>> {
    const { auth, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return new Set([actor]);
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    return new Set([actor, ...ownershipEntityRefs.map(normalizeEntityRef)]);
  }
}
