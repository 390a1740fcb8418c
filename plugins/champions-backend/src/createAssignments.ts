import {
  ChampionFacts,
  championReadPermission,
  CHAMPIONS_SOURCE,
} from '@synchrony/backstage-plugin-champions-common';
import {
  createFactFeed,
  FACT_FEED_PATH,
} from '@synchrony/backstage-plugin-scorecards-node';
import { ChampionsContext, ChampionsPart } from './context';
import { factsSchema } from './factsSchema';
import { createAssignmentsRouter } from './router/assignmentsRouter';
import { createChampionsRouter } from './router/championsRouter';
import { AssignmentChanges } from './service/AssignmentChanges';
import { AssignmentClock } from './service/AssignmentClock';
import { AssignmentNotifier } from './service/AssignmentNotifier';
import { AssignmentReader } from './service/AssignmentReader';
import { AssignmentSignals } from './service/AssignmentSignals';
import { AssignmentsService } from './service/AssignmentsService';
import { AssignmentViews } from './service/AssignmentViews';
import { CatalogFollower } from './service/CatalogFollower';
import { ChampionRights } from './service/ChampionRights';
import { CoverageWriter } from './service/CoverageWriter';
import { PersonEnder } from './service/PersonEnder';
import { MyChampionshipService } from './service/MyChampionshipService';
import { NominationService } from './service/NominationService';
import { ResolveService } from './service/ResolveService';
import { ScopeDirectory } from './service/ScopeDirectory';
import { AssignmentStore } from './store/AssignmentStore';
import { CoverageStore } from './store/CoverageStore';
import { DeclarationStore } from './store/DeclarationStore';
import { EventStore } from './store/EventStore';
import { holdChampions } from './store/hold';
import { MyRecordsStore } from './store/MyRecordsStore';
import { NoticeStore } from './store/NoticeStore';
import { ScopeStore } from './store/ScopeStore';
import { TrainingStore } from './store/programme/TrainingStore';
import { LevelReader } from './training/LevelReader';
import { TrainingLevels } from './training/TrainingLevels';

const ENTITIES_A_PAGE = 1_000;

/** Assignments and coverage, with what other parts call of them. */
export interface AssignmentsPart extends ChampionsPart {
  assignments: AssignmentsService;
  changes: AssignmentChanges;
  reader: AssignmentReader;
  levels: LevelReader;
  rights: ChampionRights;
  views: AssignmentViews;
  directory: ScopeDirectory;
  /** Decides all coverage anew, as it has to be when `maxScopes` changed. */
  recomputeCoverage(): Promise<void>;
  /** What time does, for tests that don't wait. */
  assignmentClock: AssignmentClock;
}

/** Assignments, coverage and its facts. */
export async function createAssignments(
  context: ChampionsContext,
): Promise<AssignmentsPart> {
  const { database, entities } = context;
  const feed = await createFactFeed<ChampionFacts>({
    ...context,
    source: CHAMPIONS_SOURCE,
    schema: factsSchema,
    permission: championReadPermission,
  });
  const stores = {
    assignments: new AssignmentStore(),
    coverage: new CoverageStore(),
    declarations: new DeclarationStore(),
    events: new EventStore(),
    notices: new NoticeStore(),
    records: new MyRecordsStore(),
    scopes: new ScopeStore(),
  };
  const directory = new ScopeDirectory(context);
  const levels = new TrainingLevels({
    ...context,
    training: new TrainingStore(),
  });
  const shared = { ...context, ...stores, directory, feed, levels };
  const writer = new CoverageWriter(shared);
  const rights = new ChampionRights(shared);
  const views = new AssignmentViews({ ...shared, rights });
  const reader = new AssignmentReader({ ...shared, rights, views });
  const changes = new AssignmentChanges({
    ...shared,
    coverage: writer,
    signals: new AssignmentSignals(context),
  });
  const service = new AssignmentsService({
    ...shared,
    changes,
    reader,
    rights,
    views,
  });
  const assignmentClock = new AssignmentClock({
    ...shared,
    changes,
    service,
    notifier: new AssignmentNotifier(shared),
  });
  context.assignmentEnding.provide(new PersonEnder({ ...shared, changes }));
  const follower = new CatalogFollower({ ...shared, changes, writer });
  entities.onChange(change => follower.take(change));
  const recompute = async (entityRefs: string[]) => {
    await database.transaction(async tx => {
      await holdChampions(tx);
      await writer.recompute(tx, entityRefs);
    });
    await feed.announce();
  };
  return {
    assignments: service,
    changes,
    reader,
    levels,
    rights,
    views,
    directory,
    assignmentClock,
    async recomputeCoverage() {
      let refs = await stores.coverage.refs(database, '', ENTITIES_A_PAGE);
      while (refs.length > 0) {
        await recompute(refs);
        const last = refs[refs.length - 1];
        refs = await stores.coverage.refs(database, last, ENTITIES_A_PAGE);
      }
    },
    routes(router) {
      router.use(FACT_FEED_PATH, feed.router());
      router.use(
        '/assignments',
        createAssignmentsRouter({
          ...context,
          nominations: new NominationService({
            ...shared,
            changes,
            rights,
            views,
          }),
          reader,
          service,
        }),
      );
      router.use(
        createChampionsRouter({
          ...context,
          mine: new MyChampionshipService({ ...shared, reader, rights }),
          reader,
          resolver: new ResolveService({ ...shared, rights }),
        }),
      );
    },
    start() {
      assignmentClock.start();
      feed.start(async entityRefs => {
        await assignmentClock.takeDueSteps();
        await recompute(entityRefs);
      });
    },
    async stop() {
      await assignmentClock.stop();
      await feed.stop();
    },
  };
}
