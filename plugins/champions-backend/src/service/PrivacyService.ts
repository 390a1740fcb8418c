import { randomBytes } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ErasurePreview,
  PersonExport,
  privacyErasePermission,
} from '@synchrony/backstage-plugin-champions-common';
import {
  EntityProjection,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import {
  PolicyPermissionOptions,
  requirePolicyPermission,
} from '../access/requirePolicyPermission';
import { ScopeChanges } from '../context';
import { AssignmentEnder } from '../privacy/AssignmentEnding';
import { erasureClasses, ErasureCounts } from '../privacy/erasureClasses';
import { namesOf } from '../privacy/namesOf';
import { ErasedPeopleStore } from '../store/ErasedPeopleStore';
import { ExportStore } from '../store/ExportStore';
import { MentionStore } from '../store/MentionStore';
import { PersonCounts, PrivacyStore } from '../store/PrivacyStore';

export interface PrivacyServiceOptions extends PolicyPermissionOptions {
  database: Knex;
  entities: Pick<EntityProjection, 'get'>;
  assignmentEnding: AssignmentEnder;
  scopeChanges: ScopeChanges;
  store: PrivacyStore;
  erasedPeople: Pick<ErasedPeopleStore, 'remember'>;
  mentions: MentionStore;
  exports: ExportStore;
  clock: () => Date;
}

const NOTHING: PersonCounts = {
  volunteer: 0,
  training: 0,
  calendar: 0,
  digest: 0,
  nominations: 0,
  asked: 0,
  answered: 0,
  notes: 0,
  assignments: 0,
  steps: 0,
  declarations: 0,
};

/** What a person may have done with everything that is kept of them. */
export class PrivacyService {
  readonly #options: PrivacyServiceOptions;

  constructor(options: PrivacyServiceOptions) {
    this.#options = options;
  }

  /** @throws NotAllowedError about others, without the right to it */
  async export(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<PersonExport> {
    const { clock, database, exports, store } = this.#options;
    await this.#require(credentials, userRef);
    const personId = await store.find(database, userRef);
    return {
      userRef,
      exportedAt: clock().toISOString(),
      ...(await exports.read({ userRef, personId })),
    };
  }

  /** @throws NotAllowedError about others, without the right to it */
  async preview(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<ErasurePreview> {
    await this.#require(credentials, userRef);
    const counts = await this.#count(
      this.#options.database,
      userRef,
      await this.#names(userRef),
    );
    return { userRef, classes: erasureClasses(counts) };
  }

  /** @throws NotAllowedError about others, without the right to it */
  async erase(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<ErasurePreview> {
    await this.#require(credentials, userRef);
    return this.eraseNow(userRef);
  }

  /**
   * Erases in one transaction, whoever asks; answers what was there. A person
   * who comes back is a new one.
   */
  async eraseNow(userRef: string): Promise<ErasurePreview> {
    const { assignmentEnding, clock, database, erasedPeople } = this.#options;
    const { mentions, scopeChanges, store } = this.#options;
    const names = await this.#names(userRef);
    const pseudonym = `user:erased/${randomBytes(12).toString('hex')}`;
    const { counts, scopeRefs } = await database.transaction(async tx => {
      const found = await this.#count(tx, userRef, names);
      const personId = await store.find(tx, userRef);
      let changed: string[] = [];
      if (personId !== undefined) {
        changed = await assignmentEnding.endAllOf(tx, personId);
        await store.erase(tx, personId);
        await store.rename(tx, personId, pseudonym, clock().getTime());
      }
      await erasedPeople.remember(tx, userRef);
      await store.dropMemberships(tx, userRef);
      await mentions.replace(tx, names, pseudonym);
      return { counts: found, scopeRefs: changed };
    });
    if (scopeRefs.length > 0) {
      await scopeChanges.tell(scopeRefs);
    }
    return { userRef, classes: erasureClasses(counts) };
  }

  async #count(
    tx: Knex,
    userRef: string,
    names: string[],
  ): Promise<ErasureCounts> {
    const { mentions, store } = this.#options;
    const personId = await store.find(tx, userRef);
    return {
      ...(personId === undefined ? NOTHING : await store.count(tx, personId)),
      mentions: await mentions.count(tx, names),
      memberships: await store.countMemberships(tx, userRef),
      catalog: await store.countInCatalog(tx, userRef),
    };
  }

  async #names(userRef: string): Promise<string[]> {
    const rows = await this.#options.entities.get([userRef]);
    return namesOf(userRef, rows.get(userRef)?.title);
  }

  async #require(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<void> {
    if (
      this.#options.auth.isPrincipal(credentials, 'user') &&
      normalizeEntityRef(credentials.principal.userEntityRef) === userRef
    ) {
      return;
    }
    await requirePolicyPermission(
      this.#options,
      credentials,
      privacyErasePermission,
    );
  }
}
