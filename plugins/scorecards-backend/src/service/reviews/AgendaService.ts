import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  AgendaPreview,
  AgendaPreviewInput,
  evidenceReadPermission,
  ReviewItem,
  ReviewItems,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  ReviewItemStore,
  StoredItem,
} from '../../store/reviews/ReviewItemStore';
import { ReviewStore, StoredReview } from '../../store/reviews/ReviewStore';
import { AgendaReader } from './AgendaReader';
import { evidenceOf } from './evidenceOf';
import { requireMayRun, requireReviews, ReviewCaller } from './ReviewRights';
import { ReviewSignals } from './ReviewSignals';
import { ReviewsService } from './ReviewsService';

export interface AgendaServiceOptions {
  auth: AuthService;
  permissions: PermissionsService;
  access: EntityAccess;
  catalog: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  reviews: ReviewsService;
  agenda: AgendaReader;
  store: ReviewStore;
  items: ReviewItemStore;
  signals: ReviewSignals;
  clock: () => Date;
}

/** Agendas of reviews, of what a caller may see. */
export class AgendaService {
  readonly #options: AgendaServiceOptions;

  constructor(options: AgendaServiceOptions) {
    this.#options = options;
  }

  async preview(
    credentials: BackstageCredentials,
    input: AgendaPreviewInput,
  ): Promise<AgendaPreview> {
    await requireReviews(this.#options, credentials);
    const { entities, isLowerBound, total } = await this.#options.agenda.seen(
      credentials,
      input,
    );
    return {
      items: entities.map(entity => ({
        entityRef: entity.entityRef,
        title: entity.title,
        ownerRef: entity.ownerRef,
        tier: entity.tier,
        level: entity.level,
        targetLevel: entity.targetLevel,
        scoreLow: entity.scoreLow,
      })),
      totalItems: total,
      ...(isLowerBound && { totalIsLowerBound: true }),
    };
  }

  async items(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<ReviewItems> {
    const { access, catalog, entities, items, reviews } = this.#options;
    const { review } = await reviews.require(credentials, id);
    const all = await items.list(id, review.scorecardId);
    const [visible, evidence] = await Promise.all([
      catalog.filter(
        credentials,
        all.map(({ entityRef }) => entityRef),
      ),
      access.visible(credentials, evidenceReadPermission),
    ]);
    const seen = all.filter(({ entityRef }) => visible.has(entityRef));
    const isOpen = await evidenceOf(
      entities,
      evidence,
      seen.map(({ entityRef }) => entityRef),
    );
    return { items: seen.map(item => toItem(item, isOpen(item.entityRef))) };
  }

  /** Has those who follow a review see an entity. */
  async show(
    credentials: BackstageCredentials,
    id: string,
    entityRef: string,
  ): Promise<void> {
    await this.requireOpen(credentials, id, entityRef);
    if (!(await this.#options.store.show(id, entityRef))) {
      throw new ConflictError('The review is not running');
    }
    await this.#options.signals.changed(id);
  }

  async setDiscussed(
    credentials: BackstageCredentials,
    id: string,
    entityRef: string,
    isDiscussed: boolean,
  ): Promise<void> {
    const { clock, items, signals } = this.#options;
    const { caller } = await this.requireOpen(credentials, id, entityRef);
    const isSet = await items.setDiscussed(id, entityRef, isDiscussed, {
      actor: caller.actor,
      at: clock().getTime(),
    });
    if (!isSet) {
      throw new ConflictError('The review is not running');
    }
    await signals.changed(id);
  }

  /** A review that the caller runs now, with an entity that they may see. */
  async requireOpen(
    credentials: BackstageCredentials,
    id: string,
    entityRef: string,
  ): Promise<{ review: StoredReview; caller: ReviewCaller }> {
    const { catalog, items, reviews } = this.#options;
    const { caller, review } = await reviews.require(credentials, id);
    requireMayRun(review, caller);
    const [isOnIt, visible] = await Promise.all([
      items.has(id, entityRef),
      catalog.filter(credentials, [entityRef]),
    ]);
    if (!isOnIt || !visible.has(entityRef)) {
      throw new NotFoundError(`${entityRef} is not on the agenda`);
    }
    if (review.status !== 'running') {
      throw new ConflictError(`The review is ${review.status}`);
    }
    return { review, caller };
  }
}

function toItem(item: StoredItem, isOpen: boolean): ReviewItem {
  return {
    entityRef: item.entityRef,
    title: item.title,
    ownerRef: item.ownerRef,
    tier: item.tier,
    then: item.snapshot,
    ...(item.now && { now: item.now }),
    isDiscussed: item.isDiscussed,
    redacted: !isOpen,
  };
}
