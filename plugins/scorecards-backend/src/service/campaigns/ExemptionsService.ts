import { randomUUID } from 'node:crypto';
import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  decideTransition,
  evidenceReadPermission,
  Exemption,
  EXEMPTION_TIME_TRANSITION,
  EXEMPTION_TRANSITIONS,
  ExemptionAction,
  ExemptionGuard,
  ExemptionRequest,
  exemptionRequestPermission,
  ExemptionsPage,
  ExemptionStatus,
  openActions,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';
import { dateOf, dayOf, parseDate } from '../../calendar/days';
import {
  ExemptionStore,
  StoredExemption,
} from '../../store/campaigns/ExemptionStore';
import { actorOf } from './actorOf';
import { CampaignNotifier } from './CampaignNotifier';
import { CampaignReader } from './CampaignReader';
import { CampaignRights } from './CampaignRights';
import { CampaignsService } from './CampaignsService';
import { readCursor, writeCursor } from './keysetCursor';
import { readPage } from './readPage';

export interface ExemptionsServiceOptions {
  auth: AuthService;
  access: EntityAccess;
  catalog: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  campaigns: CampaignsService;
  reader: CampaignReader;
  store: ExemptionStore;
  notifier: CampaignNotifier;
  clock: () => Date;
}

/** Who looks at a request, and what they may do. */
interface Viewer {
  actor: string;
  mayDecide: boolean;
  isOpen: (exemption: StoredExemption) => boolean;
}

const DEFAULT_LIMIT = 50;
const cursorKeys = z.tuple([z.number(), z.string()]);

const REFUSALS: Record<ExemptionGuard, string> = {
  isRequester: 'Only who asked can withdraw',
  mayDecide: 'scorecards.exemption.decide is not granted',
  otherThanRequester: 'Nobody decides on their own request',
};

/** Requests that an entity be exempt from a campaign, and decisions on them. */
export class ExemptionsService {
  readonly #options: ExemptionsServiceOptions;

  constructor(options: ExemptionsServiceOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    campaignId: string,
    query: { cursor?: string; limit?: number },
  ): Promise<ExemptionsPage> {
    const { campaigns, catalog, store } = this.#options;
    const limit = query.limit ?? DEFAULT_LIMIT;
    const after = readCursor(query.cursor, cursorKeys);
    const { rights } = await campaigns.require(credentials, campaignId);
    const page = await readPage(
      {
        rows: (from, count) => store.page(campaignId, from, count),
        keyOf: ({ requestedAt, id }) => ({ requestedAt, id }),
        seen: async rows => {
          const visible = await catalog.filter(
            credentials,
            rows.map(row => row.entityRef),
          );
          return rows.filter(row => visible.has(row.entityRef));
        },
      },
      after && { requestedAt: after[0], id: after[1] },
      limit,
    );
    const viewer = await this.#viewer(credentials, rights, page.rows);
    const { next } = page;
    return {
      items: page.rows.map(row => this.#toView(row, viewer)),
      pageInfo: {
        ...(next && { nextCursor: writeCursor([next.requestedAt, next.id]) }),
      },
    };
  }

  async request(
    credentials: BackstageCredentials,
    campaignId: string,
    asked: ExemptionRequest,
  ): Promise<Exemption> {
    const { access, auth, campaigns, catalog, clock, reader, store } =
      this.#options;
    const entityRef = normalizeEntityRef(asked.entityRef);
    const { campaign, rights } = await campaigns.require(
      credentials,
      campaignId,
    );
    if (!(await catalog.filter(credentials, [entityRef])).has(entityRef)) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    await access.require(credentials, exemptionRequestPermission, entityRef);
    if (campaign.status !== 'active') {
      throw new ConflictError(`The campaign is ${campaign.status}`);
    }
    const now = clock();
    const untilDay = parseDate(asked.until);
    if (untilDay < dayOf(now) || untilDay > campaign.targetDay) {
      throw new InputError(
        `until: It is between today and the target, ${dateOf(campaign.targetDay)}`,
      );
    }
    const rows = await reader.standings(campaign, dayOf(now), entityRef);
    if (rows.length === 0) {
      throw new InputError(`entityRef: ${entityRef} is not in scope`);
    }
    const actor = actorOf(auth, credentials);
    const exemption: StoredExemption = {
      id: randomUUID(),
      campaignId,
      entityRef,
      status: 'requested',
      reason: asked.reason,
      untilDay,
      requestedBy: actor,
      requestedAt: now.getTime(),
    };
    const isAdded = await store.add(exemption, dayOf(now), {
      actor,
      action: 'exemption.request',
      detail: { exemptionId: exemption.id, entityRef },
    });
    if (!isAdded) {
      throw new ConflictError(
        `${entityRef} is exempt already, or its request waits for a decision`,
      );
    }
    return this.#toView(
      exemption,
      await this.#viewer(credentials, rights, [exemption]),
    );
  }

  async act(
    credentials: BackstageCredentials,
    campaignId: string,
    id: string,
    deed: { action: ExemptionAction; note?: string },
  ): Promise<Exemption> {
    const { auth, campaigns, catalog, clock, notifier, store } = this.#options;
    const { campaign, rights } = await campaigns.require(
      credentials,
      campaignId,
    );
    const exemption = await store.get(id);
    if (
      exemption?.campaignId !== campaignId ||
      !(await catalog.filter(credentials, [exemption.entityRef])).has(
        exemption.entityRef,
      )
    ) {
      throw new NotFoundError(`No exemption ${id}`);
    }
    const viewer = await this.#viewer(credentials, rights, [exemption]);
    const decision = decideTransition(
      EXEMPTION_TRANSITIONS,
      this.#statusOf(exemption),
      deed.action,
      guards(exemption, viewer),
    );
    if (decision.kind === 'refused') {
      throw decision.because === 'status'
        ? new ConflictError(
            `An exemption that is ${this.#statusOf(exemption)} can't take: ${deed.action}`,
          )
        : new NotAllowedError(REFUSALS[decision.guard]);
    }
    const changed: StoredExemption = {
      ...exemption,
      status: decision.to,
      decidedBy: actorOf(auth, credentials),
      decidedAt: clock().getTime(),
      note: deed.note,
    };
    const isChanged = await store.change(changed, exemption.status, {
      actor: changed.decidedBy!,
      action: `exemption.${deed.action}`,
      detail: { exemptionId: id, entityRef: exemption.entityRef },
    });
    if (!isChanged) {
      throw new ConflictError('Somebody else decided in the meantime');
    }
    if (changed.decidedBy !== changed.requestedBy) {
      await notifier.exemptionDecided(campaign, changed);
    }
    return this.#toView(changed, viewer);
  }

  async #viewer(
    credentials: BackstageCredentials,
    rights: CampaignRights,
    exemptions: StoredExemption[],
  ): Promise<Viewer> {
    const { access, auth, entities } = this.#options;
    const evidence = await access.visible(credentials, evidenceReadPermission);
    const known =
      evidence.kind === 'where'
        ? await entities.get([
            ...new Set(exemptions.map(({ entityRef }) => entityRef)),
          ])
        : undefined;
    return {
      actor: actorOf(auth, credentials),
      mayDecide: rights.mayDecide,
      isOpen: ({ entityRef }) =>
        evidence.kind === 'where'
          ? evidence.matches({
              entityRef,
              ownerRef: known?.get(entityRef)?.ownerRef,
            })
          : evidence.kind === 'all',
    };
  }

  #statusOf({ status, untilDay }: StoredExemption): ExemptionStatus {
    const isOver = untilDay < dayOf(this.#options.clock());
    const { from, to } = EXEMPTION_TIME_TRANSITION;
    return isOver && from.some(each => each === status) ? to : status;
  }

  #toView(exemption: StoredExemption, viewer: Viewer): Exemption {
    const { actor, isOpen } = viewer;
    const isReadable = isOpen(exemption) || exemption.requestedBy === actor;
    const status = this.#statusOf(exemption);
    return {
      id: exemption.id,
      campaignId: exemption.campaignId,
      entityRef: exemption.entityRef,
      status,
      until: dateOf(exemption.untilDay),
      requestedAt: new Date(exemption.requestedAt).toISOString(),
      ...(exemption.decidedAt !== undefined && {
        decidedAt: new Date(exemption.decidedAt).toISOString(),
      }),
      ...(isReadable && {
        reason: exemption.reason,
        requestedBy: exemption.requestedBy,
        decidedBy: exemption.decidedBy,
        note: exemption.note,
      }),
      redacted: !isReadable,
      actions: openActions(
        EXEMPTION_TRANSITIONS,
        status,
        guards(exemption, viewer),
      ),
    };
  }
}

function guards(
  { requestedBy }: StoredExemption,
  { actor, mayDecide }: Viewer,
): Record<ExemptionGuard, boolean> {
  return {
    isRequester: requestedBy === actor,
    otherThanRequester: requestedBy !== actor,
    mayDecide,
  };
}
