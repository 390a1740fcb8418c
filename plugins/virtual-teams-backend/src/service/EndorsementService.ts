import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  normalizeEntityRef,
  UnprocessableError,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  Endorsement,
  EndorsementInput,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { Person } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';
import { Skills } from '../expertise/Skills';
import { toEndorsement } from '../expertise/toExpertise';
import { StoredEndorsement } from '../expertise/types';
import { EndorsementStore } from '../store/EndorsementStore';
import { ExpertiseStore } from '../store/ExpertiseStore';
import { ExpertiseChanges } from './ExpertiseChanges';
import { ENDORSE_AGAIN_MS, ProfileService } from './ProfileService';

export interface EndorsementServiceOptions extends Pick<
  VirtualTeamsContext,
  'database' | 'people' | 'notices' | 'clock'
> {
  skillIndex: Skills;
  store: ExpertiseStore;
  endorsements: EndorsementStore;
  profiles: ProfileService;
  changes: ExpertiseChanges;
}

const RECIPROCAL_MS = 7 * 24 * 60 * 60_000;

/** Endorsing people for what they did together, by rules that keep it fair. */
export class EndorsementService {
  readonly #options: EndorsementServiceOptions;

  constructor(options: EndorsementServiceOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError where the endorser does not see the skill,
   *   ConflictError within a year of the last one
   */
  async endorse(
    endorser: Person,
    userRef: string,
    input: EndorsementInput,
  ): Promise<Endorsement> {
    const { changes, clock, database, endorsements, people, profiles } =
      this.#options;
    if (endorser.userRef === userRef) {
      throw new InputError('Nobody endorses themself');
    }
    const viewer = await profiles.viewerOf(endorser);
    const row = await database.transaction(async tx => {
      const now = clock().getTime();
      const personId = (await people.find(tx, userRef)) ?? -1;
      const profile = await this.#options.store.hold(tx, personId);
      const shown = profile
        ? await this.#options.store.shown(tx, [personId], viewer)
        : [];
      if (!shown.some(({ skillId }) => skillId === input.skillId)) {
        throw new NotFoundError(
          `${userRef} shows you no skill “${input.skillId}”`,
        );
      }
      const endorserId = await people.idOf(tx, endorser.userRef);
      const lately = await endorsements.skillsEndorsed(
        tx,
        { endorserId, personId },
        now - ENDORSE_AGAIN_MS,
      );
      if (lately.includes(input.skillId)) {
        throw new ConflictError(
          'You have endorsed this skill of this person within the last year',
        );
      }
      await this.#requireContext(tx, input, [endorserId, personId]);
      const back = (await endorsements.of(tx, [endorserId])).some(
        each =>
          each.endorserId === personId &&
          each.counts &&
          each.at > now - RECIPROCAL_MS,
      );
      const added: StoredEndorsement = {
        id: randomUUID(),
        personId,
        skillId: input.skillId,
        endorserId,
        context: input.context,
        subject: input.subject,
        text: input.text,
        at: now,
        counts: !back,
      };
      await endorsements.add(tx, added);
      await this.#notify(tx, added);
      return added;
    });
    await changes.tell();
    return toEndorsement(row, endorser.userRef);
  }

  /** By who gave it or who got it; to others it is not there. */
  async remove({ userRef }: Person, id: string): Promise<void> {
    const { changes, database, endorsements, people } = this.#options;
    await database.transaction(async tx => {
      const readerId = await people.find(tx, userRef);
      const row = await endorsements.find(tx, id);
      if (
        !row ||
        readerId === undefined ||
        ![row.personId, row.endorserId].includes(readerId)
      ) {
        throw new NotFoundError('There is no such endorsement of yours');
      }
      await endorsements.remove(tx, row);
    });
    await changes.tell();
  }

  async #requireContext(
    tx: Knex,
    { context, subject }: EndorsementInput,
    pair: [number, number],
  ): Promise<void> {
    if (context !== 'virtual_team') {
      return;
    }
    if (
      subject === undefined ||
      !(await this.#options.endorsements.wereTogether(
        tx,
        normalizeEntityRef(subject),
        pair,
      ))
    ) {
      throw new UnprocessableError(
        'subject: names no virtual team in which both of you were members',
      );
    }
  }

  async #notify(tx: Knex, row: StoredEndorsement): Promise<void> {
    const name = this.#options.skillIndex.index().nameOf(row.skillId);
    await this.#options.notices.add(tx, [
      {
        to: { personId: row.personId },
        subjectId: row.endorserId,
        topic: 'virtual-teams.endorsement',
        scope: `virtual-teams.endorsement:${row.id}`,
        title: `Somebody endorsed you for ${name}`,
        link: '/virtual-teams/profile',
        dueAt: row.at,
      },
    ]);
  }
}
