import { ChampionsContext, ChampionsPart } from './context';
import { createImportRouter } from './router/importRouter';
import { AssignmentWriter, ImportService } from './service/ImportService';
import { ScopeDirectory } from './service/ScopeDirectory';
import { ImportStore } from './store/ImportStore';

/** Brings a programme over that ran before the portal knew of it. */
export function createImport(
  context: ChampionsContext,
  { changes }: { changes: AssignmentWriter },
): ChampionsPart {
  const imports = new ImportService({
    ...context,
    changes,
    directory: new ScopeDirectory(context),
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
