import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  decideWaiverAction,
  WaiverActionRequest,
  WaiverActor,
  waiverApprovePermission,
  WaiverDetail,
  WaiverRole,
  WaiverTransition,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { DAY_MS } from '../sla';
import { WaiverEntityStore } from '../store/WaiverEntityStore';
import { WaiverStore } from '../store/WaiverStore';
import { dueSteps, StoredWaiver } from '../waivers';
import { EntityRights } from './EntityRights';
import { WaiverApplier } from './WaiverApplier';
import { WaiverAssessment, WaiverAssessor } from './WaiverAssessor';
import { WaiverClock } from './WaiverClock';
import { WaiverRegister } from './WaiverRegister';
import { WaiverRenewals } from './WaiverRenewals';
import { WaiverRoles } from './WaiverRoles';
import { subjectOf } from './waiverSubject';
import { SeenWaiver } from './WaiverViews';

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** Entities that follow before the answer; the others do soon after. */
const FOLLOWED_AT_ONCE = 20;

export interface WaiverDecisionsOptions {
  database: Knex;
  rights: EntityRights;
  roles: WaiverRoles;
  assessor: WaiverAssessor;
  register: WaiverRegister;
  renewals: WaiverRenewals;
  applier: WaiverApplier;
  waiverClock: Pick<WaiverClock, 'nudge'>;
  waivers: WaiverStore;
  waiverEntities: WaiverEntityStore;
  clock: () => Date;
}

/** What a person does to a waiver, decided. */
interface Decision {
  seen: SeenWaiver;
  actor: WaiverActor;
  transition: WaiverTransition;
  role?: WaiverRole;
  text?: string;
  now: number;
}

/** What people do with waivers. */
export class WaiverDecisions {
  readonly #options: WaiverDecisionsOptions;

  constructor(options: WaiverDecisionsOptions) {
    this.#options = options;
  }

  /** Answers the waiver; of a renewal, the new one. */
  async act(
    credentials: UserCredentials,
    id: string,
    request: WaiverActionRequest,
  ): Promise<WaiverDetail> {
    const { applier, clock, register, renewals, waiverClock } = this.#options;
    const seen = await register.require(credentials, id);
    const now = clock().getTime();
    if (request.action === 'approve') {
      await this.#approve(credentials, seen, request, now);
    } else {
      const actor = seen.actor ?? nobody();
      const decided = this.#decide(seen, actor, request, now);
      if (request.action === 'renew') {
        const renewed = await renewals.renew(credentials, seen.stored, request);
        return register.get(credentials, renewed);
      }
      await this.#end(decided);
    }
    await applier.applyPending({ waiverId: id, most: FOLLOWED_AT_ONCE });
    waiverClock.nudge();
    return register.get(credentials, id);
  }

  #decide(
    seen: SeenWaiver,
    actor: WaiverActor,
    { action, role: as, text }: WaiverActionRequest,
    now: number,
  ): Decision {
    const subject = subjectOf(seen.stored, {
      given: seen.given,
      renewed: seen.view.renewedBy !== undefined,
      now,
    });
    const decision = decideWaiverAction(action, subject, { ...actor, as });
    if ('refusal' in decision) {
      const { guard, refusal } = decision;
      throw guard === undefined || guard === 'notRenewed'
        ? new ConflictError(refusal)
        : new NotAllowedError(refusal);
    }
    const { role, transition } = decision;
    return { seen, actor, transition, role, text, now };
  }

  /** What an approval is for is what the waiver hides at that moment. */
  async #approve(
    credentials: UserCredentials,
    seen: SeenWaiver,
    request: WaiverActionRequest,
    now: number,
  ): Promise<void> {
    const { assessor, rights, roles } = this.#options;
    const { renewals, target } = seen.stored;
    const assessment = await assessor.assess(target, renewals);
    const refs = assessment.entities.map(({ entityRef }) => entityRef);
    const granted = await rights.among(
      credentials,
      waiverApprovePermission,
      refs,
    );
    const holder = await roles.holder(credentials, refs);
    const actor: WaiverActor = {
      userRef: holder.userRef,
      roles: holder.rolesFor(refs, seen.stored.requester),
      mayApprove: refs.length > 0 && refs.every(ref => granted.has(ref)),
      mayRequest: false,
    };
    const { requirement } = assessment;
    const current = { ...seen, stored: { ...seen.stored, requirement } };
    const decided = this.#decide(current, actor, request, now);
    await this.#storeApproval(decided, assessment);
  }

  async #storeApproval(
    { actor, now, role, seen, text, transition }: Decision,
    assessment: WaiverAssessment,
  ): Promise<void> {
    const { database, waiverEntities, waivers } = this.#options;
    const { stored } = seen;
    const { userRef } = actor;
    if (role === undefined) {
      throw new ConflictError('No approval is missing');
    }
    const next = transition.to
      ? toApproved(stored, assessment, now)
      : { waiver: stored, log: [] };
    await database.transaction(async tx => {
      await waiverEntities.setPending(tx, stored.id);
      await waivers.update(tx, next.waiver);
      await waivers.insertApproval(tx, {
        waiverId: stored.id,
        role,
        approver: userRef,
        at: now,
      });
      if (transition.to && stored.target.kind === 'finding') {
        await waivers.approveFindings(tx, stored.id, assessment.findings);
      }
      await waivers.insertLog(tx, stored.id, [
        { kind: transition.event, at: now, actor: userRef, role, note: text },
        ...next.log,
      ]);
    });
  }

  async #end({ actor, now, seen, text, transition }: Decision): Promise<void> {
    const { database, waiverEntities, waivers } = this.#options;
    const { stored } = seen;
    await database.transaction(async tx => {
      await waiverEntities.setPending(tx, stored.id);
      await waivers.update(tx, {
        ...stored,
        status: transition.to ?? stored.status,
        endedAt: now,
      });
      await waivers.insertLog(tx, stored.id, [
        { kind: transition.event, at: now, actor: actor.userRef, note: text },
      ]);
    });
  }
}

function nobody(): WaiverActor {
  return { userRef: '', roles: [], mayApprove: false, mayRequest: false };
}

function toApproved(
  stored: StoredWaiver,
  { kev, requirement, severity, tier }: WaiverAssessment,
  now: number,
) {
  const startsAt = Math.max(stored.startsAt ?? now, now);
  if (stored.expiresAt > startsAt + requirement.maxDays * DAY_MS) {
    throw new ConflictError(
      `What it hides now may be accepted for at most ${requirement.maxDays} days; it has to be asked for again with an earlier end`,
    );
  }
  const approved: StoredWaiver = {
    ...stored,
    status: 'approved',
    startsAt,
    approvedAt: now,
    approvedSeverity: severity,
    approvedKev: kev,
    approvedTier: tier,
  };
  const steps = dueSteps(approved, now);
  return {
    waiver: { ...approved, status: steps.at(-1)?.to ?? approved.status },
    log: steps.map(({ entry }) => entry),
  };
}
