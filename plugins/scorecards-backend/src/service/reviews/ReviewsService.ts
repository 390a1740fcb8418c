import { randomUUID } from 'node:crypto';
import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  decideTransition,
  EDITABLE_SCORECARD_REVIEW_STATUSES,
  MAX_REVIEW_ITEMS,
  openActions,
  SCORECARD_REVIEW_STATUSES,
  SCORECARD_REVIEW_TRANSITIONS,
  ScorecardReview,
  ScorecardReviewAction,
  ScorecardReviewInput,
  scorecardReviewManagePermission,
  ScorecardReviewsPage,
  ScorecardReviewsQuery,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';
import { dateOf, parseDate } from '../../calendar/days';
import { scopeKeyOf } from '../../reviews/scopeKeyOf';
import { refsOf, visibleScope, withHidden } from '../../reviews/visibleScope';
import { NewItem } from '../../store/reviews/itemRows';
import { ReviewStore, StoredReview } from '../../store/reviews/ReviewStore';
import { readCursor, writeCursor } from '../campaigns/keysetCursor';
import { DefinitionsService } from '../DefinitionsService';
import { AgendaReader } from './AgendaReader';
import { requireKnown } from './requireKnown';
import { ReviewNotifier } from './ReviewNotifier';
import {
  mayRun,
  requireMayRun,
  requireReviews,
  ReviewCaller,
} from './ReviewRights';
import { ReviewSignals } from './ReviewSignals';

export interface ReviewsServiceOptions {
  auth: AuthService;
  permissions: PermissionsService;
  catalog: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  definitions: DefinitionsService;
  store: ReviewStore;
  agenda: AgendaReader;
  notifier: ReviewNotifier;
  signals: ReviewSignals;
  clock: () => Date;
}

const DEFAULT_LIMIT = 50;
const cursorKeys = z.tuple([z.number(), z.string()]);

/** Scorecard reviews, as those who may see them read and those who run them do. */
export class ReviewsService {
  readonly #options: ReviewsServiceOptions;

  constructor(options: ReviewsServiceOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    query: ScorecardReviewsQuery,
  ): Promise<ScorecardReviewsPage> {
    const caller = await requireReviews(this.#options, credentials);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const after = readCursor(query.cursor, cursorKeys);
    const rows = await this.#options.store.page(
      query.status ?? SCORECARD_REVIEW_STATUSES,
      after && { createdAt: after[0], id: after[1] },
      limit + 1,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: await this.#views(credentials, page, caller),
      mayManage: caller.mayManage,
      pageInfo: {
        ...(last && { nextCursor: writeCursor([last.createdAt, last.id]) }),
      },
    };
  }

  async get(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<ScorecardReview> {
    const { clock, store } = this.#options;
    const { caller, review } = await this.require(credentials, id);
    const [[view], previous] = await Promise.all([
      this.#views(credentials, [review], caller),
      store.previous(review.scopeKey, review.startedAt ?? clock().getTime()),
    ]);
    return {
      ...view,
      ...(previous?.startedAt !== undefined && {
        previous: {
          id: previous.id,
          title: previous.title,
          startedAt: new Date(previous.startedAt).toISOString(),
        },
      }),
    };
  }

  /** A review that the caller may read, and what else they may do. */
  async require(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<{ review: StoredReview; caller: ReviewCaller }> {
    const [caller, review] = await Promise.all([
      requireReviews(this.#options, credentials),
      this.#options.store.get(id),
    ]);
    if (!review) {
      throw new NotFoundError(`No scorecard review ${id}`);
    }
    return { review, caller };
  }

  async create(
    credentials: BackstageCredentials,
    input: ScorecardReviewInput,
  ): Promise<ScorecardReview> {
    const { clock, store } = this.#options;
    const caller = await requireReviews(this.#options, credentials);
    if (!caller.mayManage) {
      throw new NotAllowedError(
        `${scorecardReviewManagePermission.name} is not granted`,
      );
    }
    await this.#requireSound(credentials, input);
    const now = clock().getTime();
    const review: StoredReview = {
      id: randomUUID(),
      status: 'planned',
      version: 1,
      createdBy: caller.actor,
      createdAt: now,
      updatedAt: now,
      ...said(input),
    };
    await store.add(review, { actor: caller.actor, action: 'create' });
    return this.#view(credentials, review, caller);
  }

  async update(
    credentials: BackstageCredentials,
    id: string,
    input: ScorecardReviewInput,
    version: number,
  ): Promise<ScorecardReview> {
    const { catalog } = this.#options;
    const { caller, review } = await this.require(credentials, id);
    requireMayRun(review, caller);
    if (!EDITABLE_SCORECARD_REVIEW_STATUSES.includes(review.status)) {
      throw new ConflictError(`The review is ${review.status}`);
    }
    await this.#requireSound(credentials, input, review);
    const visible = await catalog.filter(credentials, refsOf(review.scope));
    const next = {
      ...review,
      ...said({
        ...input,
        scope: withHidden(input.scope, review.scope, visible),
      }),
    };
    if (review.status === 'running' && next.scopeKey !== review.scopeKey) {
      throw new ConflictError(
        'The scorecard and the scope of a running review stay as they are',
      );
    }
    return this.#change(
      credentials,
      { ...next, version: version + 1 },
      { action: 'update', caller },
    );
  }

  async act(
    credentials: BackstageCredentials,
    id: string,
    action: ScorecardReviewAction,
  ): Promise<ScorecardReview> {
    const { clock, notifier } = this.#options;
    const { caller, review } = await this.require(credentials, id);
    const decision = decideTransition(
      SCORECARD_REVIEW_TRANSITIONS,
      review.status,
      action,
      { mayRun: mayRun(review, caller) },
    );
    if (decision.kind === 'refused') {
      requireMayRun(review, caller);
      throw new ConflictError(
        `A review that is ${review.status} can't take: ${action}`,
      );
    }
    const now = clock().getTime();
    const isStart = decision.to === 'running';
    const changed: StoredReview = {
      ...review,
      status: decision.to,
      version: review.version + 1,
      ...(isStart ? { startedAt: now } : { endedAt: now }),
    };
    const view = await this.#change(credentials, changed, {
      action,
      caller,
      items: isStart ? await this.#agenda(credentials, review) : undefined,
    });
    if (decision.to === 'ended') {
      await notifier.ended(changed);
    }
    return view;
  }

  /** The agenda is what whoever starts the review may see of the scope. */
  async #agenda(
    credentials: BackstageCredentials,
    review: StoredReview,
  ): Promise<NewItem[]> {
    const { agenda } = this.#options;
    const { entities, total } = await agenda.seen(credentials, review);
    if (total === 0) {
      throw new ConflictError(
        'There is no component in scope that you may see; change the scope first',
      );
    }
    if (total > MAX_REVIEW_ITEMS) {
      throw new ConflictError(
        `${total} components are in scope, and a review takes ${MAX_REVIEW_ITEMS}; narrow the scope first`,
      );
    }
    return agenda.snapshots(entities, review.scorecardId);
  }

  async #change(
    credentials: BackstageCredentials,
    next: StoredReview,
    how: { action: string; caller: ReviewCaller; items?: NewItem[] },
  ): Promise<ScorecardReview> {
    const { clock, signals, store } = this.#options;
    const changed = { ...next, updatedAt: clock().getTime() };
    const isChanged = await store.change(
      changed,
      {
        actor: how.caller.actor,
        action: how.action,
        detail: { version: changed.version },
      },
      how.items,
    );
    if (!isChanged) {
      throw new ConflictError(
        'Somebody else changed the review in the meantime; load it again',
      );
    }
    await signals.changed(changed.id);
    return this.#view(credentials, changed, how.caller);
  }

  async #requireSound(
    credentials: BackstageCredentials,
    input: ScorecardReviewInput,
    before?: StoredReview,
  ): Promise<void> {
    const isKnown = this.#options.definitions
      .ruleset()
      .scorecards.some(({ definition }) => definition.id === input.scorecardId);
    if (!isKnown) {
      throw new InputError(
        `scorecardId: There is no scorecard ${input.scorecardId}`,
      );
    }
    // What was there before may have left the catalog since.
    const kept = new Set(before ? namedBy(before).map(([, ref]) => ref) : []);
    await requireKnown(
      this.#options,
      credentials,
      namedBy(input).filter(([, ref]) => !kept.has(ref)),
    );
  }

  async #view(
    credentials: BackstageCredentials,
    review: StoredReview,
    caller: ReviewCaller,
  ): Promise<ScorecardReview> {
    const [view] = await this.#views(credentials, [review], caller);
    return view;
  }

  async #views(
    credentials: BackstageCredentials,
    reviews: StoredReview[],
    caller: ReviewCaller,
  ): Promise<ScorecardReview[]> {
    const visible = await this.#options.catalog.filter(credentials, [
      ...new Set(
        reviews.flatMap(({ currentRef, scope }) => [
          ...refsOf(scope),
          ...(currentRef ? [currentRef] : []),
        ]),
      ),
    ]);
    return reviews.map(review => toView(review, caller, visible));
  }
}

function toView(
  review: StoredReview,
  caller: ReviewCaller,
  visible: ReadonlySet<string>,
): ScorecardReview {
  const { currentRef, endedAt, plannedDay, startedAt, status } = review;
  const isRunner = mayRun(review, caller);
  const isOfThem = isRunner || review.participants.includes(caller.actor);
  return {
    id: review.id,
    status,
    title: review.title,
    scorecardId: review.scorecardId,
    scope: visibleScope(review.scope, visible),
    facilitator: review.facilitator,
    ...(isOfThem && { participants: review.participants }),
    ...(plannedDay !== undefined && { plannedFor: dateOf(plannedDay) }),
    version: review.version,
    createdBy: review.createdBy,
    createdAt: new Date(review.createdAt).toISOString(),
    ...(startedAt !== undefined && {
      startedAt: new Date(startedAt).toISOString(),
    }),
    ...(endedAt !== undefined && {
      endedAt: new Date(endedAt).toISOString(),
    }),
    actions: openActions(SCORECARD_REVIEW_TRANSITIONS, status, {
      mayRun: isRunner,
    }),
    mayEdit: isRunner && EDITABLE_SCORECARD_REVIEW_STATUSES.includes(status),
    mayRecord: isRunner && status === 'running',
    isFacilitator: review.facilitator === caller.actor,
    ...(currentRef && visible.has(currentRef) && { currentRef }),
  };
}

/** The refs that a review names, by the field that names them. */
function namedBy(
  input: Pick<ScorecardReviewInput, 'facilitator' | 'participants' | 'scope'>,
): [field: string, ref: string][] {
  const lists: [string, string[] | undefined][] = [
    ['facilitator', [input.facilitator]],
    ['participants', input.participants],
    ['scope.within', input.scope.within],
    ['scope.entities', input.scope.entities],
  ];
  return lists.flatMap(([field, refs = []]) =>
    refs.map<[string, string]>(ref => [field, ref]),
  );
}

/** What people say of a review, as it is stored. */
function said(input: ScorecardReviewInput) {
  return {
    title: input.title,
    scorecardId: input.scorecardId,
    scope: input.scope,
    scopeKey: scopeKeyOf(input.scorecardId, input.scope),
    facilitator: input.facilitator,
    participants: input.participants ?? [],
    plannedDay:
      input.plannedFor === undefined ? undefined : parseDate(input.plannedFor),
  };
}
