import { PeopleStore } from '@synchrony/backstage-plugin-scorecards-node';
import { TeamPersonExport } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { PrivacyStore } from '../store/PrivacyStore';

type Row = Record<string, unknown>;

/** Columns that name others or are secrets of the machine. */
const LEFT_OUT = new Set([
  'person_id',
  'endorser_id',
  'invited_by',
  'posted_by',
  'actor_id',
  'subject_id',
  'from_id',
  'to_id',
  'team_id',
  'token_hash',
  'due_at',
  'version',
]);

function written(row: Row, more: Row = {}): Row {
  return {
    ...Object.fromEntries(
      Object.entries(row).filter(
        ([name, value]) => !LEFT_OUT.has(name) && value !== null,
      ),
    ),
    ...more,
  };
}

/** Everything of a person. Others are named only by what they did to them. */
export async function toExport(
  database: Knex,
  store: PrivacyStore,
  people: PeopleStore,
  personId: number,
): Promise<Omit<TeamPersonExport, 'userRef' | 'exportedAt'>> {
  const rows = (table: string, ...columns: string[]) =>
    store.rowsOf(database, table, columns, personId);
  const [profile] = await rows('profiles', 'person_id');
  const [calendar] = await rows('calendars', 'person_id');
  const received = await rows('endorsements', 'person_id');
  const given = await rows('endorsements', 'endorser_id');
  const memberships = await rows('memberships', 'person_id');
  const events = await rows('team_events', 'actor_id', 'subject_id');
  const thanks = await rows('thanks', 'from_id', 'to_id');
  const refs = await people.refsOf(
    database,
    [
      ...received.map(row => row.endorser_id),
      ...given.map(row => row.person_id),
      ...thanks.flatMap(row => [row.from_id, row.to_id]),
    ].map(Number),
  );
  const teams = await store.teamRefs(
    database,
    [...memberships, ...events, ...thanks].map(row => Number(row.team_id)),
  );
  const team = (row: Row) => ({ teamRef: teams.get(Number(row.team_id)) });
  return {
    ...(profile && { profile: written(profile) }),
    expertise: (await rows('expertise', 'person_id')).map(row => written(row)),
    endorsementsReceived: received.map(row =>
      written(row, { endorserRef: refs.get(Number(row.endorser_id)) }),
    ),
    endorsementsGiven: given.map(row =>
      written(row, { userRef: refs.get(Number(row.person_id)) }),
    ),
    memberships: memberships.map(row => written(row, team(row))),
    needs: (await rows('open_roles', 'posted_by')).map(row => written(row)),
    events: events.map(row => written(row, team(row))),
    thanks: thanks.map(row =>
      written(row, {
        ...team(row),
        fromRef: refs.get(Number(row.from_id)),
        toRef: refs.get(Number(row.to_id)),
      }),
    ),
    ...(calendar && { calendar: written(calendar) }),
  };
}
