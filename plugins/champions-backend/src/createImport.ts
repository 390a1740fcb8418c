import { Knex } from 'knex';
import { ChampionsContext, ChampionsPart } from './context';
import { createImportRouter } from './router/importRouter';
import { ImportService } from './service/ImportService';
import { ImportStore } from './store/ImportStore';

/** What bringing assignments over needs of other parts. */
export interface ImportNeeds {
  /** Brings coverage and facts of these scopes up to date, with the change. */
  recompute(tx: Knex.Transaction, scopeRefs: string[]): Promise<void>;
}

/** Brings a programme over that ran before the portal knew of it. */
export function createImport(
  context: ChampionsContext,
  { recompute }: ImportNeeds,
): ChampionsPart {
  const imports = new ImportService({
    ...context,
    recompute,
    store: new ImportStore(),
  });
  return {
    routes(router) {
      router.use(
        '/assignments/import',
        createImportRouter({ ...context, imports }),
      );
    },
  };
}
