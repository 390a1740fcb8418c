import { VolunteerOffer } from '@synchrony/backstage-plugin-champions-common';
import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { OwnedComponent } from '../../volunteers/neededSkills';
import { knownEntities } from './knownEntities';

interface VolunteerRow {
  user_ref: string;
  specialisms: string;
  capacity_pct: number;
  scope_refs: string;
  willing: string;
  visibility: VolunteerOffer['visibility'];
  note: string | null;
  updated_at: number | string;
}

/** An offer to help, with who makes it. */
export interface StoredVolunteer extends VolunteerOffer {
  userRef: string;
}

/** Offers to help; a row goes at once when the person takes it back. */
export class VolunteerStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async put(tx: Knex, personId: number, offer: VolunteerOffer): Promise<void> {
    await tx('volunteers')
      .insert({
        person_id: personId,
        specialisms: JSON.stringify(offer.specialisms),
        capacity_pct: offer.capacityPct,
        scope_refs: JSON.stringify(offer.scopeRefs),
        willing: JSON.stringify(offer.willing),
        visibility: offer.visibility,
        note: offer.note ?? null,
        updated_at: Date.parse(offer.updatedAt),
      })
      .onConflict('person_id')
      .merge();
  }

  async remove(tx: Knex, personId: number): Promise<void> {
    await tx('volunteers').where('person_id', personId).delete();
  }

  /** Everybody who offered and whom the catalog knows. */
  async all(): Promise<StoredVolunteer[]> {
    const rows: VolunteerRow[] = await knownEntities(this.#database, 'user')
      .join('people', 'people.user_ref', 'synchrony_entities.entity_ref')
      .join('volunteers', 'volunteers.person_id', 'people.id')
      .whereNull('people.erased_at')
      .orderBy('people.user_ref')
      .select('volunteers.*', 'people.user_ref');
    return rows.map(row => ({
      userRef: row.user_ref,
      specialisms: JSON.parse(row.specialisms),
      capacityPct: row.capacity_pct,
      scopeRefs: JSON.parse(row.scope_refs),
      willing: JSON.parse(row.willing),
      visibility: row.visibility,
      ...(row.note !== null && { note: row.note }),
      updatedAt: new Date(Number(row.updated_at)).toISOString(),
    }));
  }

  /** What owners own, as far as it tells which skills help there. */
  async componentsOf(
    ownerRefs: string[],
  ): Promise<Map<string, OwnedComponent[]>> {
    const query = knownEntities(this.#database, 'component').select(
      'owner_ref',
      'type',
      'annotations',
    );
    whereAmong(query, 'owner_ref', ownerRefs);
    const owned = new Map<string, OwnedComponent[]>();
    for (const row of await query) {
      const annotations: Record<string, string> = JSON.parse(row.annotations);
      const component = {
        type: row.type ?? undefined,
        runtime: annotations['synchrony.io/runtime'],
        hasIac: annotations['synchrony.io/iac'] === 'true',
      };
      owned.set(row.owner_ref, [
        ...(owned.get(row.owner_ref) ?? []),
        component,
      ]);
    }
    return owned;
  }
}
