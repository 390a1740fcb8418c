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
  Campaign,
  CAMPAIGN_STATUSES,
  CAMPAIGN_TRANSITIONS,
  CampaignAction,
  CampaignGoalChoice,
  CampaignGuard,
  CampaignInput,
  campaignManagePermission,
  CampaignPoint,
  CampaignsPage,
  CampaignsQuery,
  decideTransition,
  EDITABLE_CAMPAIGN_STATUSES,
  openActions,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CatalogVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';
import { dateOf, dayOf, parseDate } from '../../calendar/days';
import { findFault } from '../../campaigns/findFault';
import { checksOf, goalOf } from '../../campaigns/goalOf';
import { CampaignSnapshotStore } from '../../store/campaigns/CampaignSnapshotStore';
import {
  CampaignStore,
  StoredCampaign,
} from '../../store/campaigns/CampaignStore';
import { DefinitionsService } from '../DefinitionsService';
import { actorOf } from './actorOf';
import { CampaignCounter } from './CampaignCounter';
import { CampaignRights, requireCampaigns } from './CampaignRights';
import { readCursor, writeCursor } from './keysetCursor';

export interface CampaignsServiceOptions {
  auth: AuthService;
  permissions: PermissionsService;
  catalog: CatalogVisibility;
  definitions: DefinitionsService;
  store: CampaignStore;
  snapshots: CampaignSnapshotStore;
  counter: CampaignCounter;
  clock: () => Date;
}

const DEFAULT_LIMIT = 50;
const cursorKeys = z.tuple([z.number(), z.string()]);

/** Campaigns, as those who may see them read and those who may change them do. */
export class CampaignsService {
  readonly #options: CampaignsServiceOptions;

  constructor(options: CampaignsServiceOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    query: CampaignsQuery,
  ): Promise<CampaignsPage> {
    const { permissions, store } = this.#options;
    const rights = await requireCampaigns(permissions, credentials);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const after = readCursor(query.cursor, cursorKeys);
    const statuses = (query.status ?? CAMPAIGN_STATUSES).filter(
      status => rights.mayManage || status !== 'draft',
    );
    const rows = await store.page(
      statuses,
      after && { targetDay: after[0], id: after[1] },
      limit + 1,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: await this.#views(credentials, page, rights),
      mayManage: rights.mayManage,
      pageInfo: {
        ...(last && { nextCursor: writeCursor([last.targetDay, last.id]) }),
      },
    };
  }

  async get(credentials: BackstageCredentials, id: string): Promise<Campaign> {
    const { campaign, rights } = await this.require(credentials, id);
    return this.#view(credentials, campaign, rights);
  }

  /** A campaign that the caller may read, and what else they may do. */
  async require(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<{ campaign: StoredCampaign; rights: CampaignRights }> {
    const { permissions, store } = this.#options;
    const [rights, campaign] = await Promise.all([
      requireCampaigns(permissions, credentials),
      store.get(id),
    ]);
    if (!campaign || (campaign.status === 'draft' && !rights.mayManage)) {
      throw new NotFoundError(`No campaign ${id}`);
    }
    return { campaign, rights };
  }

  /** Throws unless the caller manages campaigns. */
  async requireManager(
    credentials: BackstageCredentials,
  ): Promise<CampaignRights> {
    const rights = await requireCampaigns(
      this.#options.permissions,
      credentials,
    );
    if (!rights.mayManage) {
      throw new NotAllowedError(
        `${campaignManagePermission.name} is not granted`,
      );
    }
    return rights;
  }

  /** What a campaign can ask for, for those who make one. */
  async goals(
    credentials: BackstageCredentials,
  ): Promise<{ items: CampaignGoalChoice[] }> {
    await this.requireManager(credentials);
    return {
      items: this.#options.definitions.ruleset().scorecards.map(scorecard => ({
        scorecardId: scorecard.definition.id,
        title: scorecard.definition.title,
        checks: checksOf(scorecard).map(({ id, title }) => ({ id, title })),
      })),
    };
  }

  async create(
    credentials: BackstageCredentials,
    input: CampaignInput,
  ): Promise<Campaign> {
    const { auth, clock, store } = this.#options;
    const rights = await this.requireManager(credentials);
    this.#requireSound(input);
    const now = clock().getTime();
    const actor = actorOf(auth, credentials);
    const campaign: StoredCampaign = {
      id: randomUUID(),
      status: 'draft',
      version: 1,
      createdBy: actor,
      createdAt: now,
      updatedAt: now,
      ...said(input),
    };
    await store.add(campaign, { actor, action: 'create' });
    return this.#view(credentials, campaign, rights);
  }

  async update(
    credentials: BackstageCredentials,
    id: string,
    input: CampaignInput,
    version: number,
  ): Promise<Campaign> {
    const rights = await this.requireManager(credentials);
    const { campaign } = await this.require(credentials, id);
    if (!EDITABLE_CAMPAIGN_STATUSES.includes(campaign.status)) {
      throw new ConflictError(`The campaign is ${campaign.status}`);
    }
    this.#requireSound(input);
    const next = { ...campaign, ...said(input) };
    if (campaign.status === 'active') {
      requireSameGoal(campaign, next);
    }
    return this.#change(
      credentials,
      { ...next, version: version + 1 },
      { action: 'update', rights },
    );
  }

  async act(
    credentials: BackstageCredentials,
    id: string,
    action: CampaignAction,
  ): Promise<Campaign> {
    const { clock, counter } = this.#options;
    const { campaign, rights } = await this.require(credentials, id);
    const decision = decideTransition(
      CAMPAIGN_TRANSITIONS,
      campaign.status,
      action,
      this.#guards(campaign, rights),
    );
    if (decision.kind === 'refused') {
      if (decision.because === 'guard' && decision.guard === 'mayManage') {
        throw new NotAllowedError(
          `${campaignManagePermission.name} is not granted`,
        );
      }
      throw new ConflictError(
        decision.because === 'status'
          ? `A campaign that is ${campaign.status} can't take: ${action}`
          : 'The target has passed; set a later one first',
      );
    }
    const isOver = decision.to !== 'active';
    const changed = await this.#change(
      credentials,
      {
        ...campaign,
        status: decision.to,
        version: campaign.version + 1,
        ...(isOver && { endedAt: clock().getTime() }),
      },
      { action, rights },
    );
    if (campaign.status === 'active' || decision.to === 'active') {
      await counter.count(campaign);
    }
    return changed;
  }

  async #change(
    credentials: BackstageCredentials,
    next: StoredCampaign,
    how: { action: string; rights: CampaignRights },
  ): Promise<Campaign> {
    const { auth, clock, store } = this.#options;
    const changed = { ...next, updatedAt: clock().getTime() };
    const isChanged = await store.change(changed, {
      actor: actorOf(auth, credentials),
      action: how.action,
      detail: { version: changed.version },
    });
    if (!isChanged) {
      throw new ConflictError(
        'Somebody else changed the campaign in the meantime; load it again',
      );
    }
    return this.#view(credentials, changed, how.rights);
  }

  #guards(
    campaign: StoredCampaign,
    { mayManage }: CampaignRights,
  ): Record<CampaignGuard, boolean> {
    return {
      mayManage,
      targetIsAhead: campaign.targetDay >= dayOf(this.#options.clock()),
    };
  }

  #requireSound(input: CampaignInput): void {
    const { scorecards } = this.#options.definitions.ruleset();
    const fault = findFault(
      input,
      new Map(
        scorecards.map(scorecard => [
          scorecard.definition.id,
          checksOf(scorecard),
        ]),
      ),
    );
    if (fault) {
      throw new InputError(`${fault.path}: ${fault.message}`);
    }
  }

  async #view(
    credentials: BackstageCredentials,
    campaign: StoredCampaign,
    rights: CampaignRights,
  ): Promise<Campaign> {
    const [view] = await this.#views(credentials, [campaign], rights);
    return view;
  }

  async #views(
    credentials: BackstageCredentials,
    campaigns: StoredCampaign[],
    rights: CampaignRights,
  ): Promise<Campaign[]> {
    const { catalog, snapshots } = this.#options;
    const latest =
      (await catalog.mode(credentials)) === 'all'
        ? await snapshots.latest(campaigns.map(({ id }) => id))
        : new Map<string, CampaignPoint>();
    return campaigns.map(campaign =>
      this.#toView(campaign, rights, latest.get(campaign.id)),
    );
  }

  #toView(
    campaign: StoredCampaign,
    rights: CampaignRights,
    latest: CampaignPoint | undefined,
  ): Campaign {
    const { checks } = goalOf(
      campaign.goal,
      this.#options.definitions
        .ruleset()
        .scorecards.find(
          ({ definition }) => definition.id === campaign.scorecardId,
        ),
    );
    return {
      id: campaign.id,
      status: campaign.status,
      title: campaign.title,
      description: campaign.description,
      scorecardId: campaign.scorecardId,
      scope: campaign.scope,
      goal: campaign.goal,
      milestones: campaign.milestones.map(({ day, sharePct }) => ({
        date: dateOf(day),
        sharePct,
      })),
      reminderDays: campaign.reminderDays,
      startDate: dateOf(campaign.startDay),
      targetDate: dateOf(campaign.targetDay),
      version: campaign.version,
      createdBy: campaign.createdBy,
      createdAt: new Date(campaign.createdAt).toISOString(),
      updatedAt: new Date(campaign.updatedAt).toISOString(),
      ...(campaign.endedAt !== undefined && {
        endedAt: new Date(campaign.endedAt).toISOString(),
      }),
      actions: openActions(
        CAMPAIGN_TRANSITIONS,
        campaign.status,
        this.#guards(campaign, rights),
      ),
      mayEdit:
        rights.mayManage &&
        EDITABLE_CAMPAIGN_STATUSES.includes(campaign.status),
      checkTitles: Object.fromEntries(
        checks.map(({ id, title }) => [id, title]),
      ),
      ...(latest && { latest }),
    };
  }
}

/** What people say of a campaign, as it is stored. */
function said(input: CampaignInput) {
  return {
    title: input.title,
    description: input.description,
    scorecardId: input.scorecardId,
    scope: input.scope,
    goal: input.goal,
    milestones: input.milestones.map(({ date, sharePct }) => ({
      day: parseDate(date),
      sharePct,
    })),
    reminderDays: input.reminderDays,
    startDay: parseDate(input.startDate),
    targetDay: parseDate(input.targetDate),
  };
}

/** What was counted since the start has to stay comparable. */
function requireSameGoal(before: StoredCampaign, next: StoredCampaign): void {
  const asText = ({ goal, scorecardId, startDay }: StoredCampaign) =>
    JSON.stringify([
      scorecardId,
      [...goal.checks].sort(),
      goal.level,
      startDay,
    ]);
  if (asText(before) !== asText(next)) {
    throw new ConflictError(
      'The goal and the start of a running campaign stay as they are; end it and make another',
    );
  }
}
