import {
  EFFECTIVE_WAIVER_STATUSES,
  WaiverStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import {
  LinkedWaiver,
  TargetProgress,
  WaiverEffectStore,
} from '../store/WaiverEffectStore';
import { WaiverEntityStore } from '../store/WaiverEntityStore';
import { WaiverMatchStore } from '../store/WaiverMatchStore';
import { WaiverStore } from '../store/WaiverStore';
import {
  describeTarget,
  EntityWaivers,
  FindingWaiverKind,
  MatchedFinding,
  NO_WAIVERS,
  OfferedFinding,
  planEffects,
  Release,
  statusAt,
  StoredWaiver,
} from '../waivers';

export interface WaiverSettlerOptions {
  waivers: WaiverStore;
  waiverEntities: WaiverEntityStore;
  waiverMatches: WaiverMatchStore;
  waiverEffects: WaiverEffectStore;
}

/** Makes the findings of an entity follow its waivers. */
export class WaiverSettler {
  readonly #options: WaiverSettlerOptions;

  constructor(options: WaiverSettlerOptions) {
    this.#options = options;
  }

  /**
   * To be called in every transaction that changes findings of an entity or
   * waivers of it, after the change. Costs one look-up where there are none.
   * Answers what is waived now.
   */
  async settle(
    tx: Knex.Transaction,
    entityRef: string,
    now: number,
  ): Promise<EntityWaivers> {
    const { waiverEffects } = this.#options;
    if ((await waiverEffects.listLinked(tx, entityRef)).length === 0) {
      return NO_WAIVERS;
    }
    // Before the waivers are read, so that a change of one of them in between
    // either is seen here or stays pending.
    await waiverEffects.clearPending(tx, entityRef);
    const active = (await waiverEffects.listLinked(tx, entityRef))
      .filter(linked => isEffective(linked, now))
      .map(({ waiver }) => waiver);
    await this.#follow(tx, entityRef, active, now);
    await this.#end(
      tx,
      active.filter(({ target }) => target.kind === 'finding'),
      now,
    );
    return {
      checks: waivedChecks(active),
      active: active.length,
      mostRenewals: Math.max(0, ...active.map(({ renewals }) => renewals)),
    };
  }

  /** Whether checks of an entity are waived, which takes no report. */
  async hasWaivedChecks(
    database: Knex,
    entityRef: string,
    now: number,
  ): Promise<boolean> {
    const { waiverEffects } = this.#options;
    return (await waiverEffects.listLinked(database, entityRef)).some(
      linked =>
        linked.waiver.target.kind === 'check' && isEffective(linked, now),
    );
  }

  async #follow(
    tx: Knex.Transaction,
    entityRef: string,
    active: StoredWaiver[],
    now: number,
  ): Promise<void> {
    const { waiverEffects, waivers } = this.#options;
    const { accepted, released } = planEffects(
      await this.#offers(tx, entityRef, active),
    );
    for (const acceptance of accepted) {
      const waiver = active.find(({ id }) => id === acceptance.waiverId);
      await waiverEffects.accept(tx, acceptance, {
        at: now,
        note: waiver ? acceptedNote(waiver) : '',
      });
    }
    const ended = await waivers.list(
      tx,
      released.map(({ waiverId }) => waiverId),
    );
    for (const release of released) {
      await this.#release(tx, release, ended, now);
    }
  }

  async #release(
    tx: Knex.Transaction,
    { findingIds, waiverId, worse }: Release,
    ended: StoredWaiver[],
    now: number,
  ): Promise<void> {
    const { waiverEffects } = this.#options;
    if (worse) {
      await waiverEffects.releaseWorse(tx, findingIds, { at: now, worse });
      return;
    }
    const waiver = ended.find(({ id }) => id === waiverId);
    const status: WaiverStatus = waiver ? statusAt(waiver, now) : 'expired';
    const why = (EFFECTIVE_WAIVER_STATUSES as WaiverStatus[]).includes(status)
      ? 'does not go as far any more'
      : `is ${status}`;
    await waiverEffects.release(tx, findingIds, {
      at: now,
      note: `waiver ${waiverId} ${why}`,
    });
  }

  /** All findings that a waiver matches or is noted with. */
  async #offers(
    tx: Knex.Transaction,
    entityRef: string,
    active: StoredWaiver[],
  ): Promise<OfferedFinding[]> {
    const { waiverMatches } = this.#options;
    const offered = new Map<string, OfferedFinding>();
    const add = (finding: MatchedFinding): OfferedFinding => {
      const known = offered.get(finding.id) ?? { finding, offers: [] };
      offered.set(finding.id, known);
      return known;
    };
    const named = new Map(
      (
        await waiverMatches.listApproved(
          tx,
          active.map(({ id }) => id),
        )
      ).map(approved => [
        `${approved.waiverId} ${approved.findingId}`,
        approved,
      ]),
    );
    for (const waiver of active.filter(({ target }) => isOfFindings(target))) {
      const { expiresAt, id, target } = waiver;
      for (const finding of await waiverMatches.list(target, [entityRef], tx)) {
        const approved = named.get(`${id} ${finding.id}`);
        add(finding).offers.push({
          waiverId: id,
          kind: target.kind as FindingWaiverKind,
          expiresAt,
          approvedSeverity: approved?.severity ?? waiver.approvedSeverity ?? 0,
          approvedKev: approved?.kev ?? waiver.approvedKev,
        });
      }
    }
    for (const finding of await waiverMatches.listHeld(tx, entityRef)) {
      add(finding);
    }
    return [...offered.values()];
  }

  /** Waivers of findings that have nothing left to cover. */
  async #end(
    tx: Knex.Transaction,
    named: StoredWaiver[],
    now: number,
  ): Promise<void> {
    const { waiverEffects, waiverEntities, waivers } = this.#options;
    const progress = await waiverEffects.listProgress(
      tx,
      named.map(({ id }) => id),
    );
    for (const { exploited, gone, total, waiverId, worse } of progress) {
      const waiver = named.find(({ id }) => id === waiverId);
      if (waiver && gone + worse === total) {
        const status = worse > 0 ? 'revoked' : 'fulfilled';
        await waiverEntities.setPending(tx, waiverId);
        await waivers.update(tx, { ...waiver, status, endedAt: now });
        await waivers.insertLog(tx, waiverId, [
          {
            kind: status,
            at: now,
            note: endNote({ exploited, worse }),
          },
        ]);
      }
    }
  }
}

function endNote(
  progress: Pick<TargetProgress, 'exploited' | 'worse'>,
): string {
  if (progress.exploited > 0) {
    return 'what it named is known to be exploited now (KEV), which was not approved';
  }
  return progress.worse > 0
    ? 'what it named became worse than what was approved'
    : 'all that it named is resolved';
}

/** Of several waivers of a check the one that ends last counts. */
function waivedChecks(active: StoredWaiver[]): Record<string, number> {
  const checks: Record<string, number> = {};
  for (const { expiresAt, target } of active) {
    for (const id of target.kind === 'check' ? target.checkIds : []) {
      checks[id] = Math.max(checks[id] ?? 0, expiresAt);
    }
  }
  return checks;
}

function isOfFindings(target: StoredWaiver['target']): boolean {
  return target.kind !== 'check';
}

function isEffective({ state, waiver }: LinkedWaiver, now: number): boolean {
  return (
    state === 'covered' &&
    (EFFECTIVE_WAIVER_STATUSES as WaiverStatus[]).includes(
      statusAt(waiver, now),
    )
  );
}

const LONGEST_NOTE = 500;

function acceptedNote(waiver: StoredWaiver): string {
  const until = new Date(waiver.expiresAt).toISOString().slice(0, 10);
  const note = `until ${until} by waiver ${waiver.id} (${describeTarget(waiver.target)}): ${waiver.reason}`;
  return note.length > LONGEST_NOTE
    ? `${note.slice(0, LONGEST_NOTE - 1)}…`
    : note;
}
