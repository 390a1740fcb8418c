import { ConflictError } from '@backstage/errors';
import { WaiverEvent } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import {
  MatchedFinding,
  StoredApproval,
  StoredWaiver,
  WaiverLogEntry,
} from '../waivers';
import { toNumber } from './engine';
import { toStoredWaiver, toWaiverRow, WaiverRow } from './waiverRow';

/** How a waiver that continues another one ended without having an effect. */
const TURNED_DOWN = ['rejected', 'withdrawn'];

/** Waivers with their approvals and their log. */
export class WaiverStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async insert(tx: Knex.Transaction, waiver: StoredWaiver): Promise<void> {
    await tx<WaiverRow>('waivers').insert(toWaiverRow(waiver));
  }

  async insertFindings(
    tx: Knex.Transaction,
    waiverId: string,
    findings: Pick<MatchedFinding, 'id' | 'severity' | 'kev'>[],
  ): Promise<void> {
    await tx('waiver_findings').insert(
      findings.map(({ id, kev, severity }) => ({
        waiver_id: waiverId,
        finding_id: id,
        severity,
        kev,
      })),
    );
  }

  /** What was approved of each finding is how bad it was at that time. */
  async approveFindings(
    tx: Knex.Transaction,
    waiverId: string,
    findings: Pick<MatchedFinding, 'id' | 'severity' | 'kev'>[],
  ): Promise<void> {
    for (const group of Map.groupBy(
      findings,
      ({ kev, severity }) => `${severity} ${kev}`,
    ).values()) {
      const [{ kev, severity }] = group;
      await tx('waiver_findings')
        .where({ waiver_id: waiverId })
        .whereIn(
          'finding_id',
          group.map(({ id }) => id),
        )
        .update({ severity, kev });
    }
  }

  async get(id: string): Promise<StoredWaiver | undefined> {
    return (await this.list(this.#database, [id])).at(0);
  }

  async list(database: Knex, ids: string[]): Promise<StoredWaiver[]> {
    const rows = await database<WaiverRow>('waivers').whereIn('id', ids);
    return rows.map(toStoredWaiver);
  }

  /** Waivers whose status time has changed, the longest due first. */
  async listDue(now: number, limit: number): Promise<StoredWaiver[]> {
    const rows = await this.#database<WaiverRow>('waivers')
      .where('next_at', '<=', now)
      .orderBy(['next_at', 'id'])
      .limit(limit);
    return rows.map(toStoredWaiver);
  }

  /**
   * Stores what became of a waiver. Throws `ConflictError` when somebody else
   * changed it since it was read.
   */
  async update(tx: Knex.Transaction, waiver: StoredWaiver): Promise<void> {
    const count = await tx<WaiverRow>('waivers')
      .where({ id: waiver.id, version: waiver.version })
      .update({ ...toWaiverRow(waiver), version: waiver.version + 1 });
    if (count === 0) {
      throw new ConflictError(
        `Waiver ${waiver.id} changed in the meantime; look at it again`,
      );
    }
  }

  /** One a role and one a person, which the database keeps to as well. */
  async insertApproval(
    tx: Knex.Transaction,
    approval: StoredApproval,
  ): Promise<void> {
    const inserted = await tx('waiver_approvals')
      .insert({
        waiver_id: approval.waiverId,
        role: approval.role,
        approver: approval.approver,
        at: approval.at,
      })
      .onConflict()
      .ignore()
      .returning('role');
    if (inserted.length === 0) {
      throw new ConflictError(
        'This approval was given already, or you gave another one',
      );
    }
  }

  async listApprovals(waiverIds: string[]): Promise<StoredApproval[]> {
    const rows = await this.#database('waiver_approvals')
      .whereIn('waiver_id', waiverIds)
      .orderBy('at');
    return rows.map(row => ({
      waiverId: row.waiver_id,
      role: row.role,
      approver: row.approver,
      at: toNumber(row.at),
    }));
  }

  async insertLog(
    tx: Knex.Transaction,
    waiverId: string,
    entries: WaiverLogEntry[],
  ): Promise<void> {
    if (entries.length > 0) {
      await tx('waiver_events').insert(
        entries.map(({ actor, at, kind, note, role }) => ({
          waiver_id: waiverId,
          at,
          kind,
          actor: actor ?? null,
          role: role ?? null,
          note: note ?? null,
        })),
      );
    }
  }

  async listLog(waiverId: string): Promise<WaiverEvent[]> {
    const rows = await this.#database('waiver_events')
      .where({ waiver_id: waiverId })
      .orderBy('id')
      .limit(500);
    return rows.map(row => ({
      at: new Date(toNumber(row.at)).toISOString(),
      kind: row.kind,
      actor: row.actor ?? undefined,
      role: row.role ?? undefined,
      note: row.note ?? undefined,
    }));
  }

  /** By which waiver others are continued, unless that was turned down. */
  async listRenewals(waiverIds: string[]): Promise<Map<string, string>> {
    const rows = await this.#database<WaiverRow>('waivers')
      .whereIn('renewed_from', waiverIds)
      .whereNotIn('status', TURNED_DOWN)
      .where(either =>
        either.whereNot('status', 'expired').orWhereNotNull('approved_at'),
      )
      .select('id', 'renewed_from');
    return new Map(rows.map(row => [row.renewed_from ?? '', row.id]));
  }
}
