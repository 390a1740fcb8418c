import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  approvableRoles,
  possibleWaiverActions,
  SEVERITIES,
  Waiver,
  WaiverActor,
  waiverApprovePermission,
  WaiverCounts,
  waiverReadPermission,
  waiverRequestPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import { WaiverEntityStore } from '../store/WaiverEntityStore';
import { AcceptedByWaiver, WaiverListStore } from '../store/WaiverListStore';
import { WaiverStore } from '../store/WaiverStore';
import { describeTarget, StoredApproval, StoredWaiver } from '../waivers';
import { EntityRights } from './EntityRights';
import { WaiverRoles } from './WaiverRoles';
import { subjectOf } from './waiverSubject';

const MOST_ENTITIES_NAMED = 100;

export interface WaiverViewsOptions {
  auth: AuthService;
  rights: EntityRights;
  roles: WaiverRoles;
  waivers: WaiverStore;
  waiverLists: WaiverListStore;
  waiverEntities: WaiverEntityStore;
  clock: () => Date;
}

/** A waiver as a caller sees it, with what that is made of. */
export interface SeenWaiver {
  stored: StoredWaiver;
  view: Waiver;
  /** Entities that it is for, also those that the caller may not see. */
  entityRefs: string[];
  given: StoredApproval[];
  actor?: WaiverActor;
}

/** Waivers as a caller may see them, whatever their number in one go. */
export class WaiverViews {
  readonly #options: WaiverViewsOptions;

  constructor(options: WaiverViewsOptions) {
    this.#options = options;
  }

  /** Leaves out what may not be seen; keeps the order. */
  async see(
    credentials: BackstageCredentials,
    waivers: StoredWaiver[],
  ): Promise<SeenWaiver[]> {
    const { clock, rights, waiverEntities, waiverLists } = this.#options;
    const now = clock().getTime();
    const ids = waivers.map(({ id }) => id);
    const states = await waiverEntities.listStates(ids);
    const refsOf = (id: string) =>
      [...(states.get(id) ?? [])].flatMap(([ref, state]) =>
        state === 'left' ? [] : [ref],
      );
    const all = [...new Set(ids.flatMap(refsOf))];
    const readable = await rights.among(credentials, waiverReadPermission, all);
    const everywhere = await rights.everywhere(
      credentials,
      waiverReadPermission,
    );
    const actors = await this.#actors(credentials, all);
    const approvals = Map.groupBy(
      await this.#options.waivers.listApprovals(ids),
      ({ waiverId }) => waiverId,
    );
    const renewals = await this.#options.waivers.listRenewals(ids);
    const accepted = Map.groupBy(
      await waiverLists.countAccepted(ids),
      ({ waiverId }) => waiverId,
    );
    return waivers.flatMap(stored => {
      const { id } = stored;
      const entityRefs = refsOf(id);
      const seen = entityRefs.filter(ref => readable.has(ref));
      if (seen.length === 0 && !(everywhere && entityRefs.length === 0)) {
        return [];
      }
      const given = approvals.get(id) ?? [];
      const actor = actors?.(entityRefs, stored.requester);
      const subject = subjectOf(stored, {
        given,
        renewed: renewals.has(id),
        now,
      });
      const partial = seen.length < entityRefs.length;
      return [
        {
          stored,
          entityRefs,
          given,
          actor,
          view: {
            ...toView(stored, subject.status),
            renewedBy: renewals.get(id),
            entityRefs: seen.slice(0, MOST_ENTITIES_NAMED),
            entityCount: seen.length,
            hides: countsOf(
              (accepted.get(id) ?? []).filter(({ entityRef }) =>
                readable.has(entityRef),
              ),
            ),
            partial,
            ...(!partial && {
              requirement: stored.requirement,
              approvals: [...subject.approvals],
            }),
            actions: actor ? possibleWaiverActions(subject, actor) : [],
            approvableAs: actor ? approvableRoles(subject, actor) : [],
          },
        },
      ];
    });
  }

  /** Who the caller is to a waiver of these entities; nobody when a machine. */
  async #actors(
    credentials: BackstageCredentials,
    all: string[],
  ): Promise<
    ((entityRefs: string[], requester: string) => WaiverActor) | undefined
  > {
    const { auth, rights, roles } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return undefined;
    }
    const holder = await roles.holder(credentials, all);
    const approvable = await rights.among(
      credentials,
      waiverApprovePermission,
      all,
    );
    const requestable = await rights.among(
      credentials,
      waiverRequestPermission,
      all,
    );
    const isAmong = (refs: string[], granted: Set<string>) =>
      refs.length > 0 && refs.every(ref => granted.has(ref));
    return (refs, requester) => ({
      userRef: holder.userRef,
      roles: holder.rolesFor(refs, requester),
      mayApprove: isAmong(refs, approvable),
      mayRequest: isAmong(refs, requestable),
    });
  }
}

export function countsOf(
  counts: Pick<AcceptedByWaiver, 'severity' | 'count'>[],
): WaiverCounts {
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  let total = 0;
  for (const { count, severity } of counts) {
    bySeverity[SEVERITIES[severity]] += count;
    total += count;
  }
  return { total, bySeverity };
}

function isoOf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

function toView(stored: StoredWaiver, status: Waiver['status']) {
  const { id, linkedIssue, reason, renewals, requester, target } = stored;
  const { compensatingControls, renewedFrom, riskStatement, treatment } =
    stored;
  return {
    id,
    target,
    title: describeTarget(target),
    status,
    reason,
    riskStatement,
    compensatingControls,
    treatment,
    linkedIssue,
    requester,
    renewedFrom,
    renewals,
    requestedAt: new Date(stored.requestedAt).toISOString(),
    startsAt: isoOf(stored.startsAt),
    expiresAt: new Date(stored.expiresAt).toISOString(),
    reviewAt: isoOf(stored.reviewAt),
    approvedAt: isoOf(stored.approvedAt),
    endedAt: isoOf(
      stored.endedAt ?? (status === 'expired' ? stored.expiresAt : undefined),
    ),
  };
}
