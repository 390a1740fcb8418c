import {
  AuthService,
  BackstageCredentials,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  AssignmentImportInput,
  AssignmentImportResult,
  championManagePermission,
} from '@synchrony/backstage-plugin-champions-common';
import {
  EntityProjection,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { ScopeChanges } from '../context';
import { checkImport } from '../import/checkImport';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { ImportRow, ImportStore, toImportRow } from '../store/ImportStore';
import { PeopleStore } from '../store/PeopleStore';

const DAY_MS = 24 * 60 * 60_000;
const MOST_FAULTS_TOLD = 20;

export interface ImportServiceOptions {
  database: Knex;
  auth: AuthService;
  config: RootConfigService;
  logger: LoggerService;
  permissions: PermissionsService;
  notifications?: NotificationService;
  entities: Pick<EntityProjection, 'get'>;
  people: PeopleStore;
  programme: ProgrammeSource;
  store: ImportStore;
  scopeChanges: ScopeChanges;
  /** Brings coverage and facts of these scopes up to date. */
  recompute(tx: Knex.Transaction, scopeRefs: string[]): Promise<void>;
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
    const { clock, database, entities, people, programme } = this.#options;
    const { recompute, scopeChanges, store } = this.#options;
    const importer = await this.#requireCaptain(credentials);
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
    const rows = await database.transaction(async tx => {
      const actorId =
        importer === undefined ? undefined : await people.idOf(tx, importer);
      const ids = await people.idsOf(
        tx,
        imported.map(({ userRef }) => userRef),
      );
      const places = await store.places(tx, [...ids.values()]);
      const fresh = imported
        .map(each =>
          toImportRow(
            each,
            ids.get(each.userRef)!,
            settings.confirmationDays * DAY_MS,
          ),
        )
        .filter(
          ({ personId, scopeRef }) => !places.has(`${personId} ${scopeRef}`),
        );
      await store.insert(tx, fresh);
      await store.insertEvents(tx, fresh, { actorId, at: now });
      await recompute(tx, [...new Set(fresh.map(({ scopeRef }) => scopeRef))]);
      return fresh;
    });
    await scopeChanges.tell([...new Set(rows.map(({ scopeRef }) => scopeRef))]);
    await this.#tell(rows);
    return { imported: rows.length, existing: items.length - rows.length };
  }

  /** Who asks; absent for a service. Without a policy no person runs the programme. */
  async #requireCaptain(
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    const { auth, config, permissions } = this.#options;
    const [{ result }] = await permissions.authorize(
      [{ permission: championManagePermission }],
      { credentials },
    );
    const isUser = auth.isPrincipal(credentials, 'user');
    const hasPolicy = config.getOptionalBoolean('permission.enabled') ?? false;
    if (result !== AuthorizeResult.ALLOW || (isUser && !hasPolicy)) {
      throw new NotAllowedError(
        `${championManagePermission.name} is not granted`,
      );
    }
    return isUser
      ? normalizeEntityRef(credentials.principal.userEntityRef)
      : undefined;
  }

  async #tell(rows: ImportRow[]): Promise<void> {
    const { logger, notifications } = this.#options;
    for (const { id, scopeRef, userRef } of rows) {
      try {
        await notifications?.send({
          recipients: { type: 'entity', entityRef: userRef },
          payload: {
            title: `You stand in the portal as security champion of ${scopeRef}`,
            description:
              'It was brought over from before. If you did not agree to it, withdraw; it ends at once.',
            link: '/champions/desk',
            topic: 'champions',
            scope: `import:${id}`,
          },
        });
      } catch (error) {
        logger.warn(`A champion could not be told: ${stringifyError(error)}`);
      }
    }
  }
}
