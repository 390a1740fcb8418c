import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  AssignmentImportInput,
  AssignmentImportResult,
} from '@synchrony/backstage-plugin-champions-common';
import {
  EntityProjection,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { ReaderOptions, requireCaptain } from '../access/requireReader';
import { checkImport, ImportedAssignment } from '../import/checkImport';
import { ImportChange, toChange } from '../import/toChange';
import { ImportStore } from '../store/ImportStore';
import { ScopeDirectory } from './ScopeDirectory';

const MOST_FAULTS_TOLD = 20;

/** The one way in which assignments change. */
export interface AssignmentWriter {
  /** Writes with history, coverage and facts, all or nothing, and tells of it. */
  commit(
    decide: (tx: Knex.Transaction) => Promise<ImportChange[]>,
  ): Promise<unknown>;
}

export interface ImportServiceOptions extends ReaderOptions {
  entities: Pick<EntityProjection, 'get'>;
  directory: Pick<ScopeDirectory, 'isMember'>;
  people: PeopleStore;
  store: ImportStore;
  changes: AssignmentWriter;
  clock: () => Date;
}

/** Brings a programme over that ran before the portal knew of it. */
export class ImportService {
  readonly #options: ImportServiceOptions;

  constructor(options: ImportServiceOptions) {
    this.#options = options;
  }

  /**
   * Takes all or nothing. Who stands at a scope, or stood there once, is left
   * alone, so that nobody who withdrew comes back this way.
   *
   * @throws InputError that names what is wrong and where
   */
  async import(
    credentials: BackstageCredentials,
    { items }: AssignmentImportInput,
  ): Promise<AssignmentImportResult> {
    const { changes, clock, entities, programme } = this.#options;
    const { userRef: importer } = await requireCaptain(
      this.#options,
      credentials,
    );
    const { settings } = programme.current();
    const now = clock().getTime();
    const { faults, imported } = checkImport(items, {
      now,
      settings,
      importer,
      known: await entities.get(
        items.flatMap(({ scopeRef, userRef }) => [scopeRef, userRef]),
      ),
    });
    if (faults.length > 0) {
      throw new InputError(faults.slice(0, MOST_FAULTS_TOLD).join('\n'));
    }
    const members = await this.#members(imported);
    let imports = 0;
    await changes.commit(async tx => {
      const { fresh, ids } = await this.#fresh(tx, imported);
      imports = fresh.length;
      const actorId = await this.#idOf(tx, importer);
      return fresh.map(each =>
        toChange(each, {
          at: now,
          actorId,
          personId: ids.get(each.userRef)!,
          confirmationDays: settings.confirmationDays,
          isMember: members.has(each),
        }),
      );
    });
    return { imported: imports, existing: items.length - imports };
  }

  /** Those who are in the group that they are brought to, and lapse with it. */
  async #members(
    imported: ImportedAssignment[],
  ): Promise<Set<ImportedAssignment>> {
    const members = new Set<ImportedAssignment>();
    for (const each of imported) {
      if (await this.#options.directory.isMember(each.userRef, each.scopeRef)) {
        members.add(each);
      }
    }
    return members;
  }

  /** Those who neither stand nor stood where they are brought to. */
  async #fresh(tx: Knex, imported: ImportedAssignment[]) {
    const { people, store } = this.#options;
    const ids = await people.idsOf(
      tx,
      imported.map(({ userRef }) => userRef),
    );
    const places = await store.places(tx, [...ids.values()]);
    const fresh = imported.filter(
      ({ scopeRef, userRef }) => !places.has(`${ids.get(userRef)} ${scopeRef}`),
    );
    return { fresh, ids };
  }

  async #idOf(
    tx: Knex,
    userRef: string | undefined,
  ): Promise<number | undefined> {
    return userRef === undefined
      ? undefined
      : this.#options.people.idOf(tx, userRef);
  }
}
