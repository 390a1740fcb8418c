import { PUBLIC_ASSIGNMENT_STATUSES } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import { StoredMeeting } from '../meetings/types';

interface MeetingRow {
  id: string;
  title: string;
  starts_at: number | string;
  ends_at: number | string;
  place: string | null;
  scope_ref: string | null;
  announced_by: number | null;
  announced_at: number | string;
  is_cancelled: boolean | number;
  version: number;
}

const TABLE = 'meetings';

/** Meetings, and who is invited: who has said yes to a post, at their scope. */
export class MeetingStore {
  async get(tx: Knex, id: string): Promise<StoredMeeting | undefined> {
    const row = await tx<MeetingRow>(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  async insert(tx: Knex, meeting: StoredMeeting): Promise<void> {
    await tx<MeetingRow>(TABLE).insert(toRow(meeting));
  }

  /** Whether it still was of the version before. */
  async update(tx: Knex, meeting: StoredMeeting): Promise<boolean> {
    const { id, version } = meeting;
    const changed = await tx<MeetingRow>(TABLE)
      .where({ id, version: version - 1 })
      .update(toRow(meeting));
    return changed > 0;
  }

  /**
   * Those that are not over at a time, the soonest first.
   *
   * @param filter - `personId` leaves those to which the person is invited
   */
  async upcoming(
    tx: Knex,
    filter: { now: number; personId?: number; limit: number },
  ): Promise<StoredMeeting[]> {
    const query = tx<MeetingRow>(TABLE)
      .where(`${TABLE}.ends_at`, '>', filter.now)
      .orderBy(['starts_at', 'id'])
      .limit(filter.limit)
      .select(`${TABLE}.*`);
    if (filter.personId !== undefined) {
      query.whereExists(
        posts(tx)
          .where('a.person_id', filter.personId)
          .where(invited =>
            invited
              .whereNull(`${TABLE}.scope_ref`)
              .orWhereRaw(`a.scope_ref = ${TABLE}.scope_ref`)
              .orWhereExists(
                above(tx).whereRaw(`s.scope_ref = ${TABLE}.scope_ref`),
              ),
          )
          .select(tx.raw('1')),
      );
    }
    const rows: MeetingRow[] = await query;
    return rows.map(fromRow);
  }

  /** Numbers of those who are invited. */
  async invited(tx: Knex, { scopeRef }: StoredMeeting): Promise<number[]> {
    const query = posts(tx).distinct('a.person_id');
    if (scopeRef !== undefined) {
      query.where(invited =>
        invited
          .where('a.scope_ref', scopeRef)
          .orWhereExists(above(tx).where('s.scope_ref', scopeRef)),
      );
    }
    return query.pluck('a.person_id');
  }
}

function posts(tx: Knex): Knex.QueryBuilder {
  return tx('assignments as a').whereIn('a.status', [
    ...PUBLIC_ASSIGNMENT_STATUSES,
  ]);
}

/** Scopes that the scope of an assignment `a` is within. */
function above(tx: Knex): Knex.QueryBuilder {
  return tx('entity_scopes as s')
    .select(tx.raw('1'))
    .whereRaw('s.entity_ref = a.scope_ref');
}

function toRow(meeting: StoredMeeting): MeetingRow {
  return {
    id: meeting.id,
    title: meeting.title,
    starts_at: meeting.startsAt,
    ends_at: meeting.endsAt,
    place: meeting.place ?? null,
    scope_ref: meeting.scopeRef ?? null,
    announced_by: meeting.announcedBy ?? null,
    announced_at: meeting.announcedAt,
    is_cancelled: meeting.isCancelled,
    version: meeting.version,
  };
}

function fromRow(row: MeetingRow): StoredMeeting {
  return {
    id: row.id,
    title: row.title,
    startsAt: Number(row.starts_at),
    endsAt: Number(row.ends_at),
    place: row.place ?? undefined,
    scopeRef: row.scope_ref ?? undefined,
    announcedBy: row.announced_by ?? undefined,
    announcedAt: Number(row.announced_at),
    isCancelled: Boolean(row.is_cancelled),
    version: row.version,
  };
}
