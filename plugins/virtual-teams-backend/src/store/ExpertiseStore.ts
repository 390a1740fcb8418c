import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { StoredExpertise, StoredProfile, Viewer } from '../expertise/types';
import { whereShownTo } from './whereShownTo';

interface ProfileRow {
  person_id: number;
  visibility: StoredProfile['visibility'];
  availability: StoredProfile['availability'];
  limit_pct: number | null;
  note: string | null;
  home_group_ref: string | null;
  platform_ref: string | null;
  updated_at: number | string;
}

interface ExpertiseRow {
  person_id: number;
  skill_id: string;
  level: number;
  is_mentor: boolean | number;
  is_joining: boolean | number;
  is_reviewing: boolean | number;
  is_talking: boolean | number;
  evidence_links: string;
  visibility: StoredExpertise['visibility'] | null;
  shown_to: StoredExpertise['shownTo'];
  confirmed_at: number | string;
  endorsement_count: number;
}

function toProfile(row: ProfileRow): StoredProfile {
  return {
    personId: row.person_id,
    visibility: row.visibility,
    availability: row.availability,
    limitPct: row.limit_pct ?? undefined,
    note: row.note ?? undefined,
    homeGroupRef: row.home_group_ref ?? undefined,
    platformRef: row.platform_ref ?? undefined,
    updatedAt: Number(row.updated_at),
  };
}

function toStored(row: ExpertiseRow): StoredExpertise {
  return {
    personId: row.person_id,
    skillId: row.skill_id,
    level: row.level,
    isMentor: Boolean(row.is_mentor),
    isJoining: Boolean(row.is_joining),
    isReviewing: Boolean(row.is_reviewing),
    isTalking: Boolean(row.is_talking),
    evidenceLinks: JSON.parse(row.evidence_links),
    visibility: row.visibility ?? undefined,
    shownTo: row.shown_to,
    confirmedAt: Number(row.confirmed_at),
    endorsementCount: row.endorsement_count,
  };
}

/** Profiles and what people say that they can do. */
export class ExpertiseStore {
  async profiles(tx: Knex, personIds: number[]): Promise<StoredProfile[]> {
    const rows = await tx<ProfileRow>('profiles').where(each =>
      whereAmong(each, 'person_id', personIds),
    );
    return (rows as ProfileRow[]).map(toProfile);
  }

  /** Only one at a time changes a profile, so that its parts fit together. */
  async hold(
    tx: Knex.Transaction,
    personId: number,
  ): Promise<StoredProfile | undefined> {
    const row: ProfileRow | undefined = await tx('profiles')
      .where({ person_id: personId })
      .forUpdate()
      .first();
    return row && toProfile(row);
  }

  async saveProfile(tx: Knex, profile: StoredProfile): Promise<void> {
    await tx('profiles')
      .insert({
        person_id: profile.personId,
        visibility: profile.visibility,
        availability: profile.availability,
        limit_pct: profile.limitPct ?? null,
        note: profile.note ?? null,
        home_group_ref: profile.homeGroupRef ?? null,
        platform_ref: profile.platformRef ?? null,
        updated_at: profile.updatedAt,
      })
      .onConflict('person_id')
      .merge();
  }

  async touch(tx: Knex, personId: number, now: number): Promise<void> {
    await tx('profiles')
      .where({ person_id: personId })
      .update({
        // Search asks for exactly this state, so that it never stays the same.
        updated_at: tx.raw(
          'case when updated_at >= ? then updated_at + 1 else ? end',
          [now, now],
        ),
      });
  }

  async replaceGroups(
    tx: Knex,
    personId: number,
    groupRefs: string[],
  ): Promise<void> {
    await tx('profile_groups').where({ person_id: personId }).delete();
    if (groupRefs.length > 0) {
      await tx('profile_groups').insert(
        groupRefs.map(group_ref => ({ person_id: personId, group_ref })),
      );
    }
  }

  /** Narrows or widens every skill as the profile now says. */
  async showAs(
    tx: Knex,
    personId: number,
    visibility: StoredProfile['visibility'],
  ): Promise<void> {
    await tx('expertise')
      .where({ person_id: personId })
      .update({
        shown_to: tx.raw(
          `case
            when ? = 'nobody' or visibility = 'nobody' then 'nobody'
            when ? = 'my_groups' or visibility = 'my_groups' then 'my_groups'
            else 'everyone' end`,
          [visibility, visibility],
        ),
      });
  }

  /** Everything that a person declared, for the person. */
  async allOf(tx: Knex, personId: number): Promise<StoredExpertise[]> {
    const rows: ExpertiseRow[] = await tx('expertise')
      .where({ person_id: personId })
      .orderBy('skill_id');
    return rows.map(toStored);
  }

  /** What people show to somebody. */
  async shown(
    tx: Knex,
    personIds: number[],
    viewer: Viewer,
  ): Promise<StoredExpertise[]> {
    const rows: ExpertiseRow[] = await tx('expertise')
      .where(each => whereAmong(each, 'person_id', personIds))
      .modify(whereShownTo, viewer)
      .orderBy(['person_id', 'skill_id']);
    return rows.map(toStored);
  }

  async saveSkill(tx: Knex, row: StoredExpertise): Promise<void> {
    const values = {
      level: row.level,
      is_mentor: row.isMentor,
      is_joining: row.isJoining,
      is_reviewing: row.isReviewing,
      is_talking: row.isTalking,
      evidence_links: JSON.stringify(row.evidenceLinks),
      visibility: row.visibility ?? null,
      shown_to: row.shownTo,
      confirmed_at: row.confirmedAt,
      stale_noticed_at: null,
    };
    await tx('expertise')
      .insert({
        person_id: row.personId,
        skill_id: row.skillId,
        endorsement_count: 0,
        ...values,
      })
      .onConflict(['person_id', 'skill_id'])
      .merge(values);
  }

  /** Whether there was anything to confirm. */
  async confirm(
    tx: Knex,
    personId: number,
    skillId: string,
    now: number,
  ): Promise<boolean> {
    const rows = await tx('expertise')
      .where({ person_id: personId, skill_id: skillId })
      .update({ confirmed_at: now, stale_noticed_at: null });
    return rows > 0;
  }

  /** Whether there was anything to withdraw. Endorsements of it go too. */
  async withdraw(
    tx: Knex,
    personId: number,
    skillId: string,
  ): Promise<boolean> {
    const which = { person_id: personId, skill_id: skillId };
    await tx('endorsements').where(which).delete();
    return (await tx('expertise').where(which).delete()) > 0;
  }

  async deleteAll(tx: Knex, personId: number): Promise<void> {
    for (const table of [
      'endorsements',
      'expertise',
      'profile_groups',
      'profiles',
    ]) {
      await tx(table).where({ person_id: personId }).delete();
    }
  }
}
