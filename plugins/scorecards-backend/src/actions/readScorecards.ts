import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  EntityScorecards,
  ScorecardView,
} from '@synchrony/backstage-plugin-scorecards-common';
import { ScorecardsService } from '../service/ScorecardsService';

/** The scorecards of an entity, as the HTTP API answers them. */
export async function readScorecards(
  scorecards: ScorecardsService,
  credentials: BackstageCredentials,
  entityRef: string,
): Promise<EntityScorecards> {
  return JSON.parse(await scorecards.entityScorecards(credentials, entityRef));
}

/**
 * One scorecard, by its id, or the first.
 *
 * @throws NotFoundError when there is none
 */
export async function readScorecard(
  scorecards: ScorecardsService,
  credentials: BackstageCredentials,
  entityRef: string,
  scorecardId: string | undefined,
): Promise<ScorecardView> {
  const answer = await readScorecards(scorecards, credentials, entityRef);
  const found = answer.scorecards.find(
    ({ id }) => scorecardId === undefined || id === scorecardId,
  );
  if (!found) {
    throw new NotFoundError(
      answer.notApplicableBecause ??
        `${answer.entityRef} has no scorecard ${scorecardId}`,
    );
  }
  return found;
}
