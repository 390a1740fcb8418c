import { randomBytes } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  normalizeEntityRef,
  requirePermission,
} from '@synchrony/backstage-plugin-scorecards-node';
import {
  TeamErasurePreview,
  TeamPersonExport,
  teamsPrivacyErasePermission,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { Knex } from 'knex';
import { VirtualTeamsContext } from '../context';
import { PERSON_COLUMNS } from '../privacy/personColumns';
import { toExport } from '../privacy/toExport';
import { EndorsementStore } from '../store/EndorsementStore';
import { PrivacyStore } from '../store/PrivacyStore';
import { ExpertiseChanges } from './ExpertiseChanges';

export interface ExpertisePrivacyOptions extends Pick<
  VirtualTeamsContext,
  | 'auth'
  | 'clock'
  | 'config'
  | 'database'
  | 'people'
  | 'permissions'
  | 'teamChanges'
> {
  store: PrivacyStore;
  endorsements: EndorsementStore;
  changes: ExpertiseChanges;
}

/** What a person may have done with everything that is kept of them. */
export class ExpertisePrivacyService {
  readonly #options: ExpertisePrivacyOptions;

  constructor(options: ExpertisePrivacyOptions) {
    this.#options = options;
  }

  /** @throws NotAllowedError about others, without the right to it */
  async export(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<TeamPersonExport> {
    const { clock, database, people, store } = this.#options;
    await this.#require(credentials, userRef);
    // Nobody has this number, so that all of it is empty.
    const personId = (await people.find(database, userRef)) ?? -1;
    return {
      userRef,
      exportedAt: clock().toISOString(),
      ...(await toExport(database, store, people, personId)),
    };
  }

  /** @throws NotAllowedError about others, without the right to it */
  async preview(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<TeamErasurePreview> {
    const { database, people } = this.#options;
    await this.#require(credentials, userRef);
    return this.#classes(
      database,
      userRef,
      await people.find(database, userRef),
    );
  }

  /** @throws NotAllowedError about others, without the right to it */
  async erase(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<TeamErasurePreview> {
    await this.#require(credentials, userRef);
    return this.eraseNow(userRef);
  }

  /**
   * Erases in one transaction, whoever asks; answers what was there. A person
   * who comes back is a new one.
   */
  async eraseNow(userRef: string): Promise<TeamErasurePreview> {
    const {
      changes,
      clock,
      database,
      endorsements,
      people,
      store,
      teamChanges,
    } = this.#options;
    const { preview, teamIds } = await database.transaction(async tx => {
      const personId = await people.find(tx, userRef);
      const found = await this.#classes(tx, userRef, personId);
      if (personId === undefined) {
        return { preview: found, teamIds: [] };
      }
      const now = clock().getTime();
      const endorsed = await store.endorsedBy(tx, personId);
      const left = await store.endMemberships(tx, personId, now);
      for (const teamId of left) {
        await teamChanges.tellWithin(tx, { teamId });
      }
      await store.erase(tx, personId);
      await endorsements.recount(tx, endorsed);
      const pseudonym = `user:erased/${randomBytes(12).toString('hex')}`;
      await store.rename(tx, personId, pseudonym, now);
      return { preview: found, teamIds: left };
    });
    for (const teamId of teamIds) {
      await teamChanges.tellAfter({ teamId });
    }
    await changes.tell();
    return preview;
  }

  async #classes(
    tx: Knex,
    userRef: string,
    personId: number | undefined,
  ): Promise<TeamErasurePreview> {
    const rows =
      personId === undefined
        ? PERSON_COLUMNS.map(() => 0)
        : await this.#options.store.count(tx, personId);
    return {
      userRef,
      classes: PERSON_COLUMNS.map(({ effect, what, why }, at) => ({
        what,
        rows: rows[at],
        effect,
        why,
      })),
    };
  }

  async #require(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<void> {
    const { auth, config, permissions } = this.#options;
    const isUser = auth.isPrincipal(credentials, 'user');
    if (
      isUser &&
      normalizeEntityRef(credentials.principal.userEntityRef) === userRef
    ) {
      return;
    }
    // Without a policy everything is allowed to everybody, and so this is not.
    if (isUser && !config.getOptionalBoolean('permission.enabled')) {
      throw new NotAllowedError(
        `${teamsPrivacyErasePermission.name} is not granted`,
      );
    }
    await requirePermission(
      permissions,
      credentials,
      teamsPrivacyErasePermission,
    );
  }
}
