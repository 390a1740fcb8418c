import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  scorecardReviewManagePermission,
  scorecardReviewReadPermission,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import { StoredReview } from '../../store/reviews/ReviewStore';
import { actorOf } from '../campaigns/actorOf';

/** Who calls, and what they may do with reviews at all. */
export interface ReviewCaller {
  actor: string;
  mayManage: boolean;
}

/** Asks for all of it at once; throws for those who may not even read. */
export async function requireReviews(
  { auth, permissions }: { auth: AuthService; permissions: PermissionsService },
  credentials: BackstageCredentials,
): Promise<ReviewCaller> {
  const asked: BasicPermission[] = [
    scoreReadPermission,
    scorecardReviewReadPermission,
    scorecardReviewManagePermission,
  ];
  const decisions = await permissions.authorize(
    asked.map(permission => ({ permission })),
    { credentials },
  );
  const [scores, read, manage] = decisions.map(
    ({ result }) => result === AuthorizeResult.ALLOW,
  );
  if (!scores || !read) {
    throw new NotAllowedError(
      `${scorecardReviewReadPermission.name} is not granted`,
    );
  }
  return { actor: actorOf(auth, credentials), mayManage: manage };
}

/** The facilitator runs a review, and so does whoever manages reviews. */
export function mayRun(
  { facilitator }: Pick<StoredReview, 'facilitator'>,
  { actor, mayManage }: ReviewCaller,
): boolean {
  return mayManage || facilitator === actor;
}

/** @throws NotAllowedError for whoever may not run the review */
export function requireMayRun(
  review: StoredReview,
  caller: ReviewCaller,
): void {
  if (!mayRun(review, caller)) {
    throw new NotAllowedError(
      `Only the facilitator runs a review, or who has ${scorecardReviewManagePermission.name}`,
    );
  }
}
