import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Place } from '../organisation/PlaceDirectory';

export interface KnownPerson {
  id: number;
  userRef: string;
}

/** People as the catalog moves them, and what asks to be confirmed. */
export class KeeperStore {
  async peopleAfter(
    tx: Knex,
    after: number,
    limit: number,
  ): Promise<KnownPerson[]> {
    const rows = await tx('people')
      .where('id', '>', after)
      .whereNull('erased_at')
      .orderBy('id')
      .limit(limit)
      .select('id', 'user_ref');
    return rows.map(row => ({ id: row.id, userRef: row.user_ref }));
  }

  async markGone(tx: Knex, personIds: number[], now: number): Promise<void> {
    if (personIds.length > 0) {
      await tx('departures')
        .insert(personIds.map(person_id => ({ person_id, since: now })))
        .onConflict('person_id')
        .ignore();
    }
  }

  async markThere(tx: Knex, personIds: number[]): Promise<void> {
    await tx('departures')
      .where(each => whereAmong(each, 'person_id', personIds))
      .delete();
  }

  async goneSince(tx: Knex, before: number): Promise<string[]> {
    return tx('departures')
      .join('people', 'people.id', 'departures.person_id')
      .where('departures.since', '<=', before)
      .pluck('people.user_ref');
  }

  /** Groups and platforms of those with a profile, where they changed. */
  async place(tx: Knex, places: Map<number, Place>): Promise<void> {
    const ids = [...places.keys()];
    const profiles = await tx('profiles')
      .where(each => whereAmong(each, 'person_id', ids))
      .select('person_id', 'home_group_ref', 'platform_ref');
    const groups = await tx('profile_groups')
      .where(each => whereAmong(each, 'person_id', ids))
      .orderBy('group_ref');
    const before = new Map<number, string[]>();
    groups.forEach(row =>
      before.set(row.person_id, [
        ...(before.get(row.person_id) ?? []),
        row.group_ref,
      ]),
    );
    for (const row of profiles) {
      const place = places.get(row.person_id)!;
      const now = [...place.groupRefs].sort();
      const had = [...(before.get(row.person_id) ?? [])].sort();
      if (
        (row.home_group_ref ?? undefined) !== place.homeGroupRef ||
        (row.platform_ref ?? undefined) !== place.platformRef
      ) {
        await tx('profiles')
          .where({ person_id: row.person_id })
          .update({
            home_group_ref: place.homeGroupRef ?? null,
            platform_ref: place.platformRef ?? null,
          });
      }
      if (now.join() !== had.join()) {
        await tx('profile_groups').where({ person_id: row.person_id }).delete();
        if (now.length > 0) {
          await tx('profile_groups').insert(
            now.map(group_ref => ({ person_id: row.person_id, group_ref })),
          );
        }
      }
    }
  }

  /** People with something stale of which they were not told, marked as told. */
  async takeStale(tx: Knex, staleFrom: number, now: number): Promise<number[]> {
    const rows = await tx('expertise')
      .where('confirmed_at', '<', staleFrom)
      .whereNull('stale_noticed_at')
      .update({ stale_noticed_at: now })
      .returning('person_id');
    return [...new Set(rows.map(row => Number(row.person_id)))];
  }
}
