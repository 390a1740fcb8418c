import {
  Question,
  QuestionSubject,
} from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';
import {
  QuestionHolder,
  QuestionScope,
  QuestionTarget,
} from '../../questions/types';

/** A question as it is kept; people by number. */
export interface StoredQuestion {
  id: string;
  entityRef: string;
  subject: QuestionSubject;
  text: string;
  askedBy?: number;
  askedAt: number;
  routedPersonId?: number;
  routedGroup?: string;
  routedBecause: string;
  status: Question['status'];
  answer?: string;
  answeredAt?: number;
  version: number;
}

/** Questions that somebody asked, or that go to a person or to groups. */
export type QuestionFilter =
  | { askedBy: number }
  | { personId?: number; groupRef?: string; status?: 'open' };

/** Where a page begins: after this one. */
export interface QuestionPosition {
  askedAt: number;
  id: string;
}

interface QuestionRow {
  id: string;
  entity_ref: string;
  subject_kind: QuestionSubject['kind'];
  subject_id: string | null;
  subject_area: string | null;
  text: string;
  asked_by: number | null;
  asked_at: number | string;
  routed_person_id: number | null;
  routed_group: string | null;
  routed_because: string;
  status: Question['status'];
  answer: string | null;
  answered_at: number | string | null;
  version: number;
}

const ANSWERING = ['active', 'stepping_down'];

/** Questions, and who can be asked. */
export class QuestionStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async insert(
    tx: Knex.Transaction,
    question: Omit<
      StoredQuestion,
      'routedPersonId' | 'routedGroup' | 'routedBecause'
    >,
    target: QuestionTarget,
  ): Promise<void> {
    const { subject } = question;
    await tx('questions').insert({
      id: question.id,
      entity_ref: question.entityRef,
      subject_kind: subject.kind,
      subject_id: subject.id ?? null,
      subject_area: subject.area ?? null,
      text: question.text,
      asked_by: question.askedBy ?? null,
      asked_at: question.askedAt,
      ...toColumns(target),
      status: question.status,
      version: question.version,
    });
  }

  async get(id: string): Promise<StoredQuestion | undefined> {
    const row = await this.#database<QuestionRow>('questions')
      .where({ id })
      .first();
    return row && toQuestion(row);
  }

  /** The newest first; one more than the limit tells that there are more. */
  async list(
    filter: QuestionFilter,
    page: { after?: QuestionPosition; limit: number },
  ): Promise<StoredQuestion[]> {
    const query = this.#filtered(filter)
      .orderBy([
        { column: 'asked_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit + 1);
    if (page.after) {
      query.whereRaw('(asked_at, id) < (?, ?)', [
        page.after.askedAt,
        page.after.id,
      ]);
    }
    const rows: QuestionRow[] = await query;
    return rows.map(toQuestion);
  }

  /** How many wait for whom: a person, or a group. */
  async countOpen(): Promise<
    { personId?: number; groupRef?: string; open: number }[]
  > {
    const rows: {
      routed_person_id: number | null;
      routed_group: string | null;
      open: number | string;
    }[] = await (this.#database('questions') as Knex.QueryBuilder)
      .where({ status: 'open' })
      .groupBy('routed_person_id', 'routed_group')
      .select('routed_person_id', 'routed_group')
      .count({ open: '*' });
    return rows.map(row => ({
      personId: row.routed_person_id ?? undefined,
      groupRef: row.routed_group ?? undefined,
      open: Number(row.open),
    }));
  }

  /** False when it changed meanwhile. */
  async settle(
    tx: Knex.Transaction,
    question: { id: string; version: number },
    change: { status: 'answered' | 'withdrawn'; answer?: string; at: number },
  ): Promise<boolean> {
    const changed = await tx('questions')
      .where({ id: question.id, version: question.version, status: 'open' })
      .update({
        status: change.status,
        answer: change.answer ?? null,
        answered_at: change.status === 'answered' ? change.at : null,
        version: question.version + 1,
      });
    return changed === 1;
  }

  /** Open questions of people who are not active for their entity any more. */
  async listStranded(limit: number): Promise<StoredQuestion[]> {
    const database = this.#database;
    const rows: QuestionRow[] = await database('questions')
      .where('questions.status', 'open')
      .whereNotNull('questions.routed_person_id')
      .whereNotExists(
        database('entity_scopes as s')
          .join('assignments as a', 'a.scope_ref', 's.scope_ref')
          .select(database.raw('1'))
          .whereRaw('s.entity_ref = questions.entity_ref')
          .whereRaw('a.person_id = questions.routed_person_id')
          .whereIn('a.status', ANSWERING),
      )
      .orderBy(['asked_at', 'id'])
      .limit(limit)
      .select('questions.*');
    return rows.map(toQuestion);
  }

  /** Passes open questions on; answers those that were open still. */
  async passOn(
    tx: Knex.Transaction,
    ids: string[],
    target: QuestionTarget,
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx('questions')
      .whereIn('id', ids)
      .where({ status: 'open' })
      .update({ ...toColumns(target), version: tx.raw('version + 1') })
      .returning('id');
    return rows.map(row => row.id);
  }

  /** Who can be asked about entities, scope by scope from near to far. */
  async listHolders(
    entityRefs: string[],
  ): Promise<Map<string, QuestionScope[]>> {
    const rows: {
      entity_ref: string;
      scope_ref: string;
      person_id: number;
      role: QuestionHolder['role'];
      status: QuestionHolder['status'];
      specialisms: string;
    }[] = await this.#database('entity_scopes as s')
      .join('assignments as a', 'a.scope_ref', 's.scope_ref')
      .whereIn('s.entity_ref', [...new Set(entityRefs)])
      .whereIn('a.status', ANSWERING)
      .orderBy(['s.entity_ref', 's.position', 'a.id'])
      .select(
        's.entity_ref',
        's.scope_ref',
        'a.person_id',
        'a.role',
        'a.status',
        'a.specialisms',
      );
    const scopes = new Map<string, QuestionScope[]>();
    for (const row of rows) {
      const known = scopes.get(row.entity_ref) ?? [];
      scopes.set(row.entity_ref, known);
      let scope = known.find(({ scopeRef }) => scopeRef === row.scope_ref);
      if (!scope) {
        scope = { scopeRef: row.scope_ref, holders: [] };
        known.push(scope);
      }
      scope.holders.push({
        personId: row.person_id,
        role: row.role,
        status: row.status,
        specialisms: JSON.parse(row.specialisms),
      });
    }
    return scopes;
  }

  #filtered(filter: QuestionFilter): Knex.QueryBuilder {
    const query = this.#database('questions');
    if ('askedBy' in filter) {
      return query.where('asked_by', filter.askedBy);
    }
    const { groupRef, personId, status } = filter;
    query.where(either => {
      either.whereRaw('1 = 0');
      if (personId !== undefined) {
        either.orWhere('routed_person_id', personId);
      }
      if (groupRef !== undefined) {
        either.orWhere('routed_group', groupRef);
      }
    });
    return status ? query.where({ status }) : query;
  }
}

function toColumns(target: QuestionTarget) {
  return {
    routed_person_id: 'personId' in target ? target.personId : null,
    routed_group: 'groupRef' in target ? target.groupRef : null,
    routed_because: target.because,
  };
}

function toQuestion(row: QuestionRow): StoredQuestion {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    subject: {
      kind: row.subject_kind,
      id: row.subject_id ?? undefined,
      area: row.subject_area ?? undefined,
    },
    text: row.text,
    askedBy: row.asked_by ?? undefined,
    askedAt: Number(row.asked_at),
    routedPersonId: row.routed_person_id ?? undefined,
    routedGroup: row.routed_group ?? undefined,
    routedBecause: row.routed_because,
    status: row.status,
    answer: row.answer ?? undefined,
    answeredAt: row.answered_at === null ? undefined : Number(row.answered_at),
    version: row.version,
  };
}
