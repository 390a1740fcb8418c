import { InputError, NotFoundError } from '@backstage/errors';
import { UnprocessableError } from '@synchrony/backstage-plugin-scorecards-node';
import {
  Endorsement,
  Expertise,
  ExpertiseInput,
  ExpertiseProfile,
  ExpertiseVisibility,
  MyProfile,
  PersonProfile,
  ProfileInput,
  SKILL_LEVELS,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { Person, Reader } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { narrower } from '../expertise/narrower';
import { Skills } from '../expertise/Skills';
import { staleBefore } from '../expertise/stale';
import { toEndorsement, toExpertise } from '../expertise/toExpertise';
import { StoredExpertise, StoredProfile, Viewer } from '../expertise/types';
import { EndorsementStore } from '../store/EndorsementStore';
import { ExpertiseStore } from '../store/ExpertiseStore';
import { ExpertiseChanges } from './ExpertiseChanges';

export interface ProfileServiceOptions extends Pick<
  VirtualTeamsContext,
  'database' | 'people' | 'places' | 'settings' | 'clock'
> {
  skillIndex: Skills;
  store: ExpertiseStore;
  endorsements: EndorsementStore;
  changes: ExpertiseChanges;
}

export const ENDORSE_AGAIN_MS = 365 * 24 * 60 * 60_000;

/** What people say of themselves, and what others see of it. */
export class ProfileService {
  readonly #options: ProfileServiceOptions;

  constructor(options: ProfileServiceOptions) {
    this.#options = options;
  }

  /** Whose rows the reader may find. */
  async viewerOf({ userRef }: Pick<Reader, 'userRef'>): Promise<Viewer> {
    if (userRef === undefined) {
      return { groupRefs: [] };
    }
    const places = await this.#options.places.of([userRef]);
    return { groupRefs: places.get(userRef)?.groupRefs ?? [] };
  }

  async mine({ userRef }: Person): Promise<MyProfile> {
    const { database, endorsements, people, skillIndex, store } = this.#options;
    const personId = await people.find(database, userRef);
    // Nobody has this number, so that all of it is empty.
    const id = personId ?? -1;
    const [profile] = await store.profiles(database, [id]);
    const rows = await store.allOf(database, id);
    const given = await endorsements.givenBy(database, id);
    const refs = await people.refsOf(
      database,
      given.map(each => each.personId),
    );
    const declared = new Set(rows.map(each => each.skillId));
    const index = skillIndex.index();
    const thanked = await endorsements.thankedSkills(database, id);
    return {
      ...(await this.#view(database, userRef, profile, rows)),
      exists: profile !== undefined,
      seenBy: rows.reduce<ExpertiseVisibility>(
        (widest, { shownTo }) =>
          narrower(widest, shownTo) === widest ? shownTo : widest,
        'nobody',
      ),
      given: given.map(each => ({
        ...toEndorsement(each, userRef),
        userRef: refs.get(each.personId)!,
        skillId: each.skillId,
      })),
      prompts: thanked.flatMap(({ skillIds, teamTitle }) =>
        skillIds
          .filter(skillId => !declared.has(skillId))
          .map(skillId => ({
            skillId,
            skillName: index.nameOf(skillId),
            because: `You were thanked in ${teamTitle}`,
          })),
      ),
    };
  }

  async save(person: Person, input: ProfileInput): Promise<MyProfile> {
    const { availability, limitPct, note } = input;
    await this.#change(person, async (tx, kept) => {
      const { visibility = kept.visibility } = input;
      await this.#options.store.saveProfile(tx, {
        ...kept,
        visibility,
        availability,
        limitPct,
        note,
      });
      await this.#options.store.showAs(tx, kept.personId, visibility);
    });
    return this.mine(person);
  }

  async deleteAll({ userRef }: Person): Promise<void> {
    const { changes, database, people, store } = this.#options;
    await database.transaction(async tx => {
      const personId = await people.find(tx, userRef);
      if (personId !== undefined) {
        await store.deleteAll(tx, personId);
      }
    });
    await changes.tell();
  }

  /** @throws InputError, UnprocessableError for a skill that cannot be declared */
  async declare(
    person: Person,
    skillId: string,
    input: ExpertiseInput,
  ): Promise<Expertise> {
    const { clock, skillIndex, store } = this.#options;
    const index = skillIndex.index();
    const skill = index.get(skillId);
    if (!skill) {
      throw new NotFoundError(`There is no skill “${skillId}”`);
    }
    if (skill.status === 'deprecated') {
      throw new UnprocessableError(
        skill.mergedInto === undefined
          ? `“${skill.name}” is not used any more`
          : `“${skill.name}” is not used any more; declare “${index.nameOf(skill.mergedInto)}”`,
      );
    }
    await this.#change(person, async (tx, kept) => {
      const { visibility } = input;
      if (
        visibility !== undefined &&
        narrower(visibility, kept.visibility) !== visibility
      ) {
        throw new InputError(
          `visibility: a skill cannot be shown to more people than the profile, which is shown to “${kept.visibility}”`,
        );
      }
      await store.saveSkill(tx, {
        personId: kept.personId,
        skillId,
        level: SKILL_LEVELS.indexOf(input.level),
        isMentor: input.willing.includes('mentor'),
        isJoining: input.willing.includes('join'),
        isReviewing: input.willing.includes('review'),
        isTalking: input.willing.includes('talk'),
        evidenceLinks: input.evidenceLinks,
        visibility,
        shownTo: narrower(visibility ?? kept.visibility, kept.visibility),
        confirmedAt: clock().getTime(),
        endorsementCount: 0,
      });
    });
    return this.#one(person, skillId);
  }

  async confirm(person: Person, skillId: string): Promise<Expertise> {
    const { changes, clock, database, people, store } = this.#options;
    await database.transaction(async tx => {
      const personId = (await people.find(tx, person.userRef)) ?? -1;
      const now = clock().getTime();
      if (!(await store.confirm(tx, personId, skillId, now))) {
        throw new NotFoundError(`You have not declared “${skillId}”`);
      }
    });
    await changes.tell();
    return this.#one(person, skillId);
  }

  async withdraw({ userRef }: Person, skillId: string): Promise<void> {
    const { changes, clock, database, people, store } = this.#options;
    await database.transaction(async tx => {
      const personId = (await people.find(tx, userRef)) ?? -1;
      await store.hold(tx, personId);
      if (!(await store.withdraw(tx, personId, skillId))) {
        throw new NotFoundError(`You have not declared “${skillId}”`);
      }
      await store.touch(tx, personId, clock().getTime());
    });
    await changes.tell();
  }

  /** What the reader may see of somebody. The person sees all of it. */
  async ofPerson(reader: Reader, userRef: string): Promise<PersonProfile> {
    const { clock, database, endorsements, people, store } = this.#options;
    const personId = await people.find(database, userRef);
    if (personId === undefined) {
      return { userRef, canEndorse: [] };
    }
    const isSelf = reader.userRef === userRef;
    const rows = isSelf
      ? await store.allOf(database, personId)
      : await store.shown(database, [personId], await this.viewerOf(reader));
    const [profile] = await store.profiles(database, [personId]);
    if (!profile || (rows.length === 0 && !isSelf)) {
      return { userRef, canEndorse: [] };
    }
    const readerId =
      reader.userRef === undefined || isSelf
        ? undefined
        : ((await people.find(database, reader.userRef)) ?? -1);
    const endorsed =
      readerId === undefined
        ? []
        : await endorsements.skillsEndorsed(
            database,
            { endorserId: readerId, personId },
            clock().getTime() - ENDORSE_AGAIN_MS,
          );
    return {
      userRef,
      profile: await this.#view(database, userRef, profile, rows),
      canEndorse:
        readerId === undefined
          ? []
          : rows
              .map(({ skillId }) => skillId)
              .filter(skillId => !endorsed.includes(skillId)),
    };
  }

  staleFrom(): number {
    const { clock, settings } = this.#options;
    return staleBefore(
      clock().getTime(),
      settings.current().settings.expertiseStaleMonths,
    );
  }

  async #one(person: Person, skillId: string): Promise<Expertise> {
    const { expertise } = await this.mine(person);
    return expertise.find(each => each.skillId === skillId)!;
  }

  /** Changes a profile, which there is afterwards; a new one is shown to nobody. */
  async #change(
    { userRef }: Person,
    apply: (tx: Knex.Transaction, kept: StoredProfile) => Promise<void>,
  ): Promise<void> {
    const { changes, clock, database, people, places, store } = this.#options;
    const place = (await places.of([userRef])).get(userRef);
    await database.transaction(async tx => {
      const personId = await people.idOf(tx, userRef);
      const now = clock().getTime();
      const before = await store.hold(tx, personId);
      const kept: StoredProfile = {
        visibility: 'nobody',
        availability: 'not_stated',
        ...before,
        personId,
        homeGroupRef: place?.homeGroupRef,
        platformRef: place?.platformRef,
        updatedAt: before?.updatedAt ?? now,
      };
      await store.saveProfile(tx, kept);
      await store.replaceGroups(tx, personId, place?.groupRefs ?? []);
      await apply(tx, kept);
      await store.touch(tx, personId, now);
    });
    await changes.tell();
  }

  async #view(
    tx: Knex,
    userRef: string,
    profile: StoredProfile | undefined,
    rows: StoredExpertise[],
  ): Promise<ExpertiseProfile> {
    const { endorsements, people, skillIndex } = this.#options;
    const index = skillIndex.index();
    const given = profile ? await endorsements.of(tx, [profile.personId]) : [];
    const refs = await people.refsOf(
      tx,
      given.map(each => each.endorserId),
    );
    const bySkill = new Map<string, Endorsement[]>();
    for (const each of given) {
      bySkill.set(each.skillId, [
        ...(bySkill.get(each.skillId) ?? []),
        toEndorsement(each, refs.get(each.endorserId)!),
      ]);
    }
    const staleFrom = this.staleFrom();
    return {
      userRef,
      visibility: profile?.visibility ?? 'nobody',
      availability: profile?.availability ?? 'not_stated',
      ...(profile?.limitPct !== undefined && { limitPct: profile.limitPct }),
      ...(profile?.note !== undefined && { note: profile.note }),
      ...(profile?.homeGroupRef && { homeGroupRef: profile.homeGroupRef }),
      ...(profile?.platformRef && { platformRef: profile.platformRef }),
      expertise: rows.map(row =>
        toExpertise(row, index, staleFrom, bySkill.get(row.skillId) ?? []),
      ),
      ...(profile && { updatedAt: new Date(profile.updatedAt).toISOString() }),
    };
  }
}
