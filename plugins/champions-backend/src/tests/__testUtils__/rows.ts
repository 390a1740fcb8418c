import { AssignmentStatus } from '@synchrony/backstage-plugin-champions-common';
import { Knex } from 'knex';

const PUBLIC_SINCE = 1_000;

/** Puts people in; answers their numbers by ref. */
export async function addPeople(
  database: Knex,
  ...refs: string[]
): Promise<number[]> {
  const ids: number[] = [];
  for (const user_ref of refs) {
    const [{ id }] = await database('people')
      .insert({ user_ref })
      .returning('id');
    ids.push(id);
  }
  return ids;
}

export interface TestAssignment {
  id: string;
  person: number;
  scope: string;
  role?: 'primary' | 'deputy';
  /** When it took each status, in ms; the last is its status. */
  steps: [AssignmentStatus, number][];
  actor?: number;
  note?: string;
  reason?: string;
  specialisms?: string[];
}

/** Puts an assignment in, with its history. */
export async function addAssignment(
  database: Knex,
  assignment: TestAssignment,
): Promise<void> {
  const { actor, id, note, person, reason, scope, steps } = assignment;
  const first = steps[0][1];
  const at = (status: AssignmentStatus) =>
    steps.find(([name]) => name === status)?.[1] ?? null;
  await database('assignments').insert({
    id,
    person_id: person,
    scope_ref: scope,
    role: assignment.role ?? 'primary',
    source: 'portal',
    status: steps.at(-1)![0],
    specialisms: JSON.stringify(assignment.specialisms ?? []),
    nominated_by: actor ?? null,
    nominated_at: first,
    reason: reason ?? null,
    accepted_at: at('accepted') ?? at('active'),
    started_at: at('active'),
    version: 1,
  });
  await database('assignment_events').insert(
    steps.map(([to_status, when]) => ({
      assignment_id: id,
      at: when,
      actor_id: actor ?? null,
      name: to_status,
      to_status,
      note: note ?? null,
    })),
  );
}

/** Has an entity's champions stand at scopes, from near to far. */
export async function addScopes(
  database: Knex,
  entityRef: string,
  ...scopes: string[]
): Promise<void> {
  await database('entity_scopes').insert(
    scopes.map((scope_ref, position) => ({
      entity_ref: entityRef,
      position,
      scope_ref,
    })),
  );
}

export async function addCoverage(
  database: Knex,
  entityRef: string,
  state: string,
  more: { scope?: string; owner?: string; kind?: string } = {},
): Promise<void> {
  await database('coverage').insert({
    entity_ref: entityRef,
    state,
    reasons: '[]',
    scope_ref: more.scope ?? null,
    is_declared_only: false,
    kind: more.kind ?? 'component',
    owner_ref: more.owner ?? null,
    is_production: true,
    since: PUBLIC_SINCE,
  });
}
