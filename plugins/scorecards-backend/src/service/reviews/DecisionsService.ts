import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  decideTransition,
  EarlierActions,
  MAX_REVIEW_DECISIONS,
  REVIEW_ACTION_TRANSITIONS,
  ReviewActionStep,
  ReviewDecision,
  ReviewDecisionInput,
  ReviewDecisions,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { dayOf, parseDate } from '../../calendar/days';
import {
  DecisionStore,
  DecisionWrite,
  StoredDecision,
} from '../../store/reviews/DecisionStore';
import { StoredReview } from '../../store/reviews/ReviewStore';
import { AgendaService } from './AgendaService';
import { DecisionReader } from './DecisionReader';
import { requireKnown } from './requireKnown';
import { ReviewCaller } from './ReviewRights';
import { ReviewSignals } from './ReviewSignals';
import { ReviewsService } from './ReviewsService';
import { WaiverReader } from './WaiverReader';

export interface DecisionsServiceOptions {
  catalog: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  reviews: ReviewsService;
  agenda: AgendaService;
  reader: DecisionReader;
  store: DecisionStore;
  signals: ReviewSignals;
  waivers: Pick<WaiverReader, 'require'>;
  clock: () => Date;
}

const CONFLICTS: Record<Exclude<DecisionWrite, 'done'>, string> = {
  not_running: 'The review is not running any more',
  full: `A review takes ${MAX_REVIEW_DECISIONS} decisions`,
  changed: 'Somebody else changed the decision in the meantime; load it again',
};

/** What reviews decide, and what becomes of it. */
export class DecisionsService {
  readonly #options: DecisionsServiceOptions;

  constructor(options: DecisionsServiceOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    reviewId: string,
  ): Promise<ReviewDecisions> {
    const { reader, reviews, store } = this.#options;
    const { caller, review } = await reviews.require(credentials, reviewId);
    const all = await store.list(reviewId);
    const viewer = await reader.viewer(credentials, caller, all);
    return {
      items: all
        .filter(viewer.isReadable)
        .map(decision => reader.toView(decision, review, viewer)),
    };
  }

  /** Actions that earlier reviews of the series left open. */
  async earlier(
    credentials: BackstageCredentials,
    reviewId: string,
  ): Promise<EarlierActions> {
    const { clock, reader, reviews, store } = this.#options;
    const { caller, review } = await reviews.require(credentials, reviewId);
    const all = await store.openOfSeries(
      review.scopeKey,
      review.startedAt ?? clock().getTime(),
    );
    const viewer = await reader.viewer(
      credentials,
      caller,
      all.map(({ decision }) => decision),
    );
    const known = all.map(({ facilitator, reviewStatus, ...rest }) => ({
      ...rest,
      of: {
        facilitator,
        status: reviewStatus,
        scorecardId: review.scorecardId,
      },
    }));
    return {
      items: known
        .filter(({ decision }) => viewer.isReadable(decision))
        .map(({ decision, of, reviewTitle }) => ({
          ...reader.toView(decision, of, viewer),
          reviewTitle,
        })),
    };
  }

  async add(
    credentials: BackstageCredentials,
    reviewId: string,
    asked: ReviewDecisionInput & { entityRef: string },
  ): Promise<ReviewDecision> {
    const { agenda, clock, signals, store } = this.#options;
    const { entityRef, ...input } = asked;
    const { caller, review } = await agenda.requireOpen(
      credentials,
      reviewId,
      entityRef,
    );
    await this.#requireSound(credentials, review, input);
    await this.#requireWaiver(credentials, { ...input, entityRef });
    const now = clock();
    requireAhead(input, now);
    const decision: StoredDecision = {
      id: randomUUID(),
      reviewId,
      entityRef,
      ...said(input),
      ...(input.kind === 'action' && { status: 'open' }),
      version: 1,
      createdBy: caller.actor,
      createdAt: now.getTime(),
      updatedAt: now.getTime(),
    };
    requireWritten(
      await store.add(decision, {
        actor: caller.actor,
        action: 'decision.add',
        detail: { decisionId: decision.id, entityRef, kind: input.kind },
      }),
    );
    await signals.changed(reviewId);
    return this.#view(credentials, decision, review, caller);
  }

  async update(
    credentials: BackstageCredentials,
    reviewId: string,
    id: string,
    asked: ReviewDecisionInput & { version: number },
  ): Promise<ReviewDecision> {
    const { clock, signals, store } = this.#options;
    const { version, ...input } = asked;
    const { caller, decision, review } = await this.#requireEditable(
      credentials,
      reviewId,
      id,
    );
    await this.#requireSound(credentials, review, input);
    // The waiver of a decision may end, and what was decided still holds.
    if (
      input.waiverId !== decision.waiverId ||
      input.checkId !== decision.checkId
    ) {
      const { entityRef } = decision;
      await this.#requireWaiver(credentials, { ...input, entityRef });
    }
    const now = clock();
    const next = said(input);
    if (next.dueDay !== decision.dueDay) {
      requireAhead(input, now);
    }
    const changed: StoredDecision = {
      id,
      reviewId,
      entityRef: decision.entityRef,
      ...next,
      ...(input.kind === 'action' && {
        status: decision.status ?? 'open',
        doneAt: decision.doneAt,
        doneBy: decision.doneBy,
      }),
      version: version + 1,
      createdBy: decision.createdBy,
      createdAt: decision.createdAt,
      updatedAt: now.getTime(),
    };
    requireWritten(
      await store.change(changed, {
        actor: caller.actor,
        action: 'decision.update',
        detail: { decisionId: id, kind: input.kind },
      }),
    );
    await signals.changed(reviewId);
    return this.#view(credentials, changed, review, caller);
  }

  async remove(
    credentials: BackstageCredentials,
    reviewId: string,
    id: string,
    version: number,
  ): Promise<void> {
    const { clock, signals, store } = this.#options;
    const { caller, decision } = await this.#requireEditable(
      credentials,
      reviewId,
      id,
    );
    requireWritten(
      await store.remove(
        { ...decision, version, updatedAt: clock().getTime() },
        {
          actor: caller.actor,
          action: 'decision.remove',
          detail: { decisionId: id, kind: decision.kind },
        },
      ),
    );
    await signals.changed(reviewId);
  }

  /** Marks an action as done, or opens it again. */
  async step(
    credentials: BackstageCredentials,
    reviewId: string,
    id: string,
    step: ReviewActionStep,
  ): Promise<ReviewDecision> {
    const { clock, reader, signals, store } = this.#options;
    const { caller, decision, review, viewer } = await this.#requireReadable(
      credentials,
      reviewId,
      id,
    );
    const { status } = decision;
    if (status === undefined || review.status === 'cancelled') {
      throw new ConflictError('It is no action that somebody follows up');
    }
    const taken = decideTransition(REVIEW_ACTION_TRANSITIONS, status, step, {
      ownsOrRuns: viewer.ownsOrRuns(decision, review),
    });
    if (taken.kind === 'refused') {
      throw taken.because === 'status'
        ? new ConflictError(`An action that is ${status} can't take: ${step}`)
        : new NotAllowedError(
            'Only the owner of an action or who runs the review can do that',
          );
    }
    const now = clock().getTime();
    const { doneAt: _at, doneBy: _by, ...open } = decision;
    const changed: StoredDecision = {
      ...open,
      status: taken.to,
      ...(taken.to === 'done' && { doneAt: now, doneBy: caller.actor }),
      version: decision.version + 1,
      updatedAt: now,
    };
    const isChanged = await store.step(changed, status, {
      actor: caller.actor,
      action: `action.${step}`,
      detail: { decisionId: id },
    });
    if (!isChanged) {
      throw new ConflictError(CONFLICTS.changed);
    }
    await signals.changed(reviewId);
    return reader.toView(changed, review, viewer);
  }

  async #requireEditable(
    credentials: BackstageCredentials,
    reviewId: string,
    id: string,
  ) {
    const { agenda } = this.#options;
    const { decision } = await this.#requireReadable(credentials, reviewId, id);
    const { caller, review } = await agenda.requireOpen(
      credentials,
      reviewId,
      decision.entityRef,
    );
    return { caller, decision, review };
  }

  async #requireReadable(
    credentials: BackstageCredentials,
    reviewId: string,
    id: string,
  ) {
    const { reader, reviews, store } = this.#options;
    const { caller, review } = await reviews.require(credentials, reviewId);
    const decision = await store.get(id);
    const viewer = await reader.viewer(
      credentials,
      caller,
      decision ? [decision] : [],
    );
    if (decision?.reviewId !== reviewId || !viewer.isReadable(decision)) {
      throw new NotFoundError(`No decision ${id}`);
    }
    return { caller, decision, review, viewer };
  }

  async #requireSound(
    credentials: BackstageCredentials,
    review: StoredReview,
    { checkId, ownerRef }: ReviewDecisionInput,
  ): Promise<void> {
    const checks = this.#options.reader.checks(review);
    if (checkId && !checks.some(({ id }) => id === checkId)) {
      throw new InputError(`checkId: The scorecard has no check ${checkId}`);
    }
    if (ownerRef) {
      await requireKnown(this.#options, credentials, [['ownerRef', ownerRef]]);
    }
  }

  async #requireWaiver(
    credentials: BackstageCredentials,
    {
      checkId,
      entityRef,
      waiverId,
    }: Pick<ReviewDecisionInput, 'checkId' | 'waiverId'> & {
      entityRef: string;
    },
  ): Promise<void> {
    if (waiverId !== undefined && checkId !== undefined) {
      await this.#options.waivers.require(credentials, {
        waiverId,
        checkId,
        entityRef,
      });
    }
  }

  async #view(
    credentials: BackstageCredentials,
    decision: StoredDecision,
    review: StoredReview,
    caller: ReviewCaller,
  ): Promise<ReviewDecision> {
    const { reader } = this.#options;
    const viewer = await reader.viewer(credentials, caller, [decision]);
    return reader.toView(decision, review, viewer);
  }
}

/** What people say of a decision, as it is stored. */
function said({ dueDate, ...input }: ReviewDecisionInput) {
  return {
    ...input,
    ...(dueDate !== undefined && { dueDay: parseDate(dueDate) }),
  };
}

function requireAhead({ dueDate }: ReviewDecisionInput, now: Date): void {
  if (dueDate !== undefined && parseDate(dueDate) < dayOf(now)) {
    throw new InputError('dueDate: It is today or later');
  }
}

function requireWritten(outcome: DecisionWrite): void {
  if (outcome !== 'done') {
    throw new ConflictError(CONFLICTS[outcome]);
  }
}
