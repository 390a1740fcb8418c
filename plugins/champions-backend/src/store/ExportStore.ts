import { PersonExport } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import { ExportPart } from '../privacy/erasureClasses';

type Row = Record<string, unknown>;

function iso(time: unknown): string | undefined {
  return time === null || time === undefined
    ? undefined
    : new Date(Number(time)).toISOString();
}

function given(value: unknown): unknown {
  return value ?? undefined;
}

function toAssignment(row: Row): object {
  return {
    id: row.id,
    scopeRef: row.scope_ref,
    role: row.role,
    source: row.source,
    status: row.status,
    specialisms: JSON.parse(String(row.specialisms)),
    capacityPct: given(row.capacity_pct),
    offeredPct: given(row.offered_pct),
    agreedBy: given(row.agreed_by_ref),
    nominatedBy: given(row.nominated_by_ref),
    nominatedAt: iso(row.nominated_at),
    reason: given(row.reason),
    acceptedAt: iso(row.accepted_at),
    startedAt: iso(row.started_at),
    confirmedAt: iso(row.confirmed_at),
    nextConfirmAt: iso(row.next_confirm_at),
    endsAt: iso(row.ends_at),
    lapsedAt: iso(row.lapsed_at),
    successorRef: given(row.successor_ref),
    endReason: given(row.end_reason),
  };
}

/** Everything that is kept of one person, as it is given to that person. */
export class ExportStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Every part, empty where nothing is kept. */
  async read(person: {
    userRef: string;
    personId: number | undefined;
  }): Promise<Pick<PersonExport, ExportPart>> {
    // Nobody has this number.
    const id = person.personId ?? -1;
    return {
      assignments: await this.assignments(id),
      history: await this.history(id),
      training: await this.training(id),
      volunteer: await this.volunteer(id),
      questions: await this.questions(id),
      briefs: await this.briefs(id),
      calendar: await this.calendar(id),
      digest: await this.digest(id),
      declarations: await this.declarations(id),
      memberships: await this.memberships(person.userRef),
      steps: await this.steps(id),
    };
  }

  async calendar(personId: number): Promise<object | undefined> {
    const row = await this.#database('calendars')
      .where({ person_id: personId })
      .first('created_at');
    return row && { createdAt: iso(row.created_at) };
  }

  async digest(personId: number): Promise<object | undefined> {
    const row = await this.#database('digests')
      .where({ person_id: personId })
      .first('day');
    return row && { day: row.day };
  }

  async declarations(personId: number): Promise<object[]> {
    const rows = await this.#database('declarations')
      .where({ person_id: personId })
      .orderBy('scope_ref');
    return rows.map(row => ({
      scopeRef: row.scope_ref,
      role: row.role,
      assignmentId: given(row.assignment_id),
    }));
  }

  async memberships(userRef: string): Promise<string[]> {
    return this.#database('memberships')
      .where({ user_ref: userRef })
      .orderBy('group_ref')
      .pluck('group_ref');
  }

  /** Not of whom: that is data of others. */
  async steps(personId: number): Promise<object[]> {
    const assignments = await this.#database('assignments')
      .where({ agreed_by: personId })
      .orWhere({ nominated_by: personId })
      .orWhere({ successor_id: personId })
      .orderBy(['nominated_at', 'id']);
    const meetings = await this.#database('meetings')
      .where({ announced_by: personId })
      .orderBy(['starts_at', 'id']);
    const training = await this.#database('training_records')
      .where({ recorded_by: personId })
      .orderBy(['recorded_at', 'id']);
    return [
      ...assignments.map(row => ({
        assignmentId: row.id,
        scopeRef: row.scope_ref,
        as: [
          row.nominated_by === personId && 'nominator',
          row.agreed_by === personId && 'agreed',
          row.successor_id === personId && 'successor',
        ].filter(Boolean),
      })),
      ...training.map(row => ({
        courseId: row.course_id,
        recordedAt: iso(row.recorded_at),
        as: ['recorder'],
      })),
      ...meetings.map(row => ({
        meetingId: row.id,
        startsAt: iso(row.starts_at),
        as: ['announcer'],
      })),
    ];
  }

  async assignments(personId: number): Promise<object[]> {
    const rows = await this.#database('assignments as a')
      .leftJoin('people as agreed', 'agreed.id', 'a.agreed_by')
      .leftJoin('people as nominator', 'nominator.id', 'a.nominated_by')
      .leftJoin('people as successor', 'successor.id', 'a.successor_id')
      .where('a.person_id', personId)
      .orderBy(['a.nominated_at', 'a.id'])
      .select('a.*', {
        agreed_by_ref: 'agreed.user_ref',
        nominated_by_ref: 'nominator.user_ref',
        successor_ref: 'successor.user_ref',
      });
    return rows.map(toAssignment);
  }

  /** Of the person's assignments, and the person's steps in those of others. */
  async history(personId: number): Promise<object[]> {
    const rows = await this.#database('assignment_events as e')
      .join('assignments as a', 'a.id', 'e.assignment_id')
      .leftJoin('people as actor', 'actor.id', 'e.actor_id')
      .where('a.person_id', personId)
      .orWhere('e.actor_id', personId)
      .orderBy('e.id')
      .select('e.*', 'a.scope_ref', { actor_ref: 'actor.user_ref' });
    return rows.map(row => ({
      assignmentId: row.assignment_id,
      scopeRef: row.scope_ref,
      at: iso(row.at),
      actorRef: given(row.actor_ref),
      name: row.name,
      from: given(row.from_status),
      to: row.to_status,
      note: given(row.note),
    }));
  }

  async training(personId: number): Promise<object[]> {
    const rows = await this.#database('training_records as t')
      .leftJoin('people as recorder', 'recorder.id', 't.recorded_by')
      .where('t.person_id', personId)
      .orderBy(['t.completed_on', 't.id'])
      .select('t.*', { recorder_ref: 'recorder.user_ref' });
    return rows.map(row => ({
      id: row.id,
      courseId: row.course_id,
      completedOn: row.completed_on,
      evidenceUrl: given(row.evidence_url),
      status: row.status,
      recordedBy: given(row.recorder_ref),
      recordedAt: iso(row.recorded_at),
    }));
  }

  async volunteer(personId: number): Promise<object | undefined> {
    const row = await this.#database('volunteers')
      .where({ person_id: personId })
      .first();
    return (
      row && {
        specialisms: JSON.parse(row.specialisms),
        capacityPct: row.capacity_pct,
        scopeRefs: JSON.parse(row.scope_refs),
        willing: JSON.parse(row.willing),
        visibility: row.visibility,
        note: given(row.note),
        updatedAt: iso(row.updated_at),
      }
    );
  }

  /** Asked by the person, or put to the person. */
  async questions(personId: number): Promise<object[]> {
    const rows = await this.#database('questions')
      .where({ asked_by: personId })
      .orWhere({ routed_person_id: personId })
      .orderBy(['asked_at', 'id']);
    return rows.map(row => ({
      id: row.id,
      as: row.asked_by === personId ? 'asked' : 'routed',
      entityRef: row.entity_ref,
      text: row.text,
      askedAt: iso(row.asked_at),
      status: row.status,
      answer: given(row.answer),
      answeredAt: iso(row.answered_at),
    }));
  }

  async briefs(personId: number): Promise<object[]> {
    const rows = await this.#database('briefs')
      .where({ edited_by: personId })
      .orderBy(['month', 'scope_ref']);
    return rows.map(row => ({
      scopeRef: row.scope_ref,
      month: row.month,
      text: row.text,
      editedAt: iso(row.edited_at),
    }));
  }
}
