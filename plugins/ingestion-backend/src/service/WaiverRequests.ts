import { randomUUID } from 'node:crypto';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  findingReadPermission,
  waiverRequestPermission,
  WaiverPreview,
  WaiverRequest,
  WaiverTarget,
} from '@synchrony/backstage-plugin-ingestion-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DAY_MS } from '../sla';
import { WaiverEntityStore } from '../store/WaiverEntityStore';
import { WaiverListStore } from '../store/WaiverListStore';
import { WaiverStore } from '../store/WaiverStore';
import { describeTarget, StoredWaiver, WaiverLogEntry } from '../waivers';
import { EntityRights } from './EntityRights';
import { RequestError } from './RequestError';
import { WaiverAssessment, WaiverAssessor } from './WaiverAssessor';
import { MOST_FINDINGS_SHOWN, WaiverRegister } from './WaiverRegister';
import { countsOf } from './WaiverViews';

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

const MOST_ENTITIES_SHOWN = 100;

export interface WaiverRequestsOptions {
  database: Knex;
  rights: EntityRights;
  assessor: WaiverAssessor;
  register: WaiverRegister;
  waivers: WaiverStore;
  waiverEntities: WaiverEntityStore;
  waiverLists: WaiverListStore;
  clock: () => Date;
}

/** The waiver that another one continues. */
type Renewed = Pick<StoredWaiver, 'id' | 'renewals'>;

/** Asking for waivers, and seeing beforehand what they would hide. */
export class WaiverRequests {
  readonly #options: WaiverRequestsOptions;

  constructor(options: WaiverRequestsOptions) {
    this.#options = options;
  }

  async preview(
    credentials: UserCredentials,
    target: WaiverTarget,
  ): Promise<WaiverPreview> {
    const { clock, register, waiverLists } = this.#options;
    const { entities, findings, requirement } = await this.#assess(
      credentials,
      target,
    );
    const now = clock().getTime();
    const byEntity = Map.groupBy(findings, ({ entityRef }) => entityRef);
    const rows = await waiverLists.listFindings(
      findings.slice(0, MOST_FINDINGS_SHOWN).map(({ id }) => id),
    );
    return {
      target,
      title: describeTarget(target),
      hides: countsOf(findings.map(({ severity }) => ({ severity, count: 1 }))),
      alreadyAccepted: findings.filter(
        ({ status }) => status === 'risk_accepted',
      ).length,
      findings: await register.toFindings(rows),
      entities: entities
        .map(({ entityRef }) => ({
          entityRef,
          findings: byEntity.get(entityRef)?.length ?? 0,
        }))
        .sort((a, b) => b.findings - a.findings)
        .slice(0, MOST_ENTITIES_SHOWN),
      entityCount: entities.length,
      requirement,
      latestExpiry: new Date(now + requirement.maxDays * DAY_MS).toISOString(),
      asOf: new Date(now).toISOString(),
    };
  }

  /** Answers the id of the waiver. */
  async request(
    credentials: UserCredentials,
    request: WaiverRequest,
    renewed?: Renewed,
  ): Promise<string> {
    const { clock } = this.#options;
    const { target } = request;
    const renewals = renewed ? renewed.renewals + 1 : 0;
    const assessment = await this.#assess(credentials, target, renewals);
    const now = clock().getTime();
    const waiver: StoredWaiver = {
      id: randomUUID(),
      status: 'requested',
      version: 1,
      target,
      requester: normalizeEntityRef(credentials.principal.userEntityRef),
      reason: request.reason,
      riskStatement: request.riskStatement,
      compensatingControls: request.compensatingControls,
      treatment: request.treatment,
      linkedIssue: request.linkedIssue,
      requestedAt: now,
      ...timesOf(request, assessment.requirement.maxDays, now),
      renewedFrom: renewed?.id,
      renewals,
      requirement: assessment.requirement,
    };
    await this.#store(waiver, assessment);
    return waiver.id;
  }

  async #assess(
    credentials: UserCredentials,
    target: WaiverTarget,
    renewals = 0,
  ): Promise<WaiverAssessment> {
    const { assessor, rights } = this.#options;
    const entities = await assessor.entitiesOf(target);
    const refs = entities.map(({ entityRef }) => entityRef);
    const granted = [
      await rights.among(credentials, waiverRequestPermission, refs),
      await rights.among(credentials, findingReadPermission, refs),
    ];
    if (
      refs.length === 0 ||
      refs.some(ref => !granted.every(set => set.has(ref)))
    ) {
      throw new NotAllowedError(
        target.kind === 'advisory'
          ? `You may not ask for waivers of everything that ${target.groupRef} owns, or it owns nothing`
          : `You may not ask for waivers of ${target.entityRef}, or there is no such entity`,
      );
    }
    // Only now, since a group may own very much.
    const assessment = await assessor.assess(target, renewals, entities);
    if (target.kind === 'finding') {
      const known = new Set(assessment.findings.map(({ id }) => id));
      const missing = target.findingIds.find(id => !known.has(id));
      if (missing !== undefined) {
        throw new RequestError(
          422,
          `${target.entityRef} has no open finding ${missing}`,
          'body.target.findingIds',
        );
      }
    }
    return assessment;
  }

  async #store(
    waiver: StoredWaiver,
    { entities, findings }: WaiverAssessment,
  ): Promise<void> {
    const { database, waiverEntities, waivers } = this.#options;
    const { renewedFrom, requestedAt: at, requester: actor } = waiver;
    const entry: WaiverLogEntry = {
      kind: 'requested',
      at,
      actor,
      note: waiver.reason,
    };
    await database.transaction(async tx => {
      await waiverEntities.put(
        tx,
        waiver.id,
        new Map(entities.map(({ entityRef }) => [entityRef, 'covered'])),
        { pending: false },
      );
      await waivers.insert(tx, waiver);
      if (waiver.target.kind === 'finding') {
        await waivers.insertFindings(tx, waiver.id, findings);
      }
      await waivers.insertLog(tx, waiver.id, [entry]);
      if (renewedFrom !== undefined) {
        await waivers.insertLog(tx, renewedFrom, [
          { kind: 'renewed', at, actor, note: `by waiver ${waiver.id}` },
        ]);
      }
    });
  }
}

function timesOf(
  request: WaiverRequest,
  maxDays: number,
  now: number,
): Pick<StoredWaiver, 'startsAt' | 'expiresAt' | 'reviewAt'> {
  const asked = request.startsAt ? Date.parse(request.startsAt) : now;
  const start = Math.max(asked, now);
  const expiresAt = Date.parse(request.expiresAt);
  const reviewAt = request.reviewAt ? Date.parse(request.reviewAt) : undefined;
  if (expiresAt <= start) {
    throw new RequestError(
      422,
      'A waiver has to end after it starts',
      'body.expiresAt',
    );
  }
  if (expiresAt > start + maxDays * DAY_MS) {
    throw new RequestError(
      422,
      `This may be accepted for at most ${maxDays} days, until ${new Date(start + maxDays * DAY_MS).toISOString()}`,
      'body.expiresAt',
    );
  }
  if (reviewAt !== undefined && (reviewAt <= start || reviewAt > expiresAt)) {
    throw new RequestError(
      422,
      'The review has to be between start and end',
      'body.reviewAt',
    );
  }
  return {
    startsAt: asked > now ? asked : undefined,
    expiresAt,
    reviewAt,
  };
}
