import {
  AuthService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  createCatalogVisibility,
  createEntityAccess,
  createEntityProjection,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { definitionsDirectory } from './migrate';
import { batchPermissions } from './service/batchPermissions';
import { DefinitionLibrary } from './service/DefinitionLibrary';
import { DefinitionsService } from './service/DefinitionsService';
import { Evaluator } from './service/Evaluator';
import { FactReader } from './service/FactReader';
import { HistoryService } from './service/HistoryService';
import { LedgerService } from './service/LedgerService';
import { LevelNotifier } from './service/LevelNotifier';
import { noticeSettings } from './service/noticeSettings';
import { OwnerDirectory } from './service/OwnerDirectory';
import { RollupService } from './service/RollupService';
import { ScoreListService } from './service/ScoreListService';
import { ScorecardsService } from './service/ScorecardsService';
import { SnapshotTaker } from './service/SnapshotTaker';
import { Worker } from './service/Worker';
import { DefinitionStore } from './store/DefinitionStore';
import { DirtyStore } from './store/DirtyStore';
import { FactTable } from './store/FactTable';
import { HierarchyStore } from './store/HierarchyStore';
import { HistoryStore } from './store/HistoryStore';
import { LedgerStore } from './store/LedgerStore';
import { NoticeStore } from './store/NoticeStore';
import { ResultStore } from './store/ResultStore';
import { RollupStore } from './store/RollupStore';
import { ScoreListStore } from './store/ScoreListStore';
import { SnapshotStore } from './store/SnapshotStore';

export interface ScorecardsOptions {
  database: Knex;
  config: RootConfigService;
  logger: LoggerService;
  auth: AuthService;
  discovery: DiscoveryService;
  urlReader: UrlReaderService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  catalog: CatalogService;
  events?: EventsService;
  signals?: SignalsService;
  notifications: NotificationService;
  clock?: () => Date;
}

export interface Scorecards {
  entities: EntityProjection;
  worker: Worker;
  scorecards: ScorecardsService;
  list: ScoreListService;
  rollups: RollupService;
  history: HistoryService;
  ledger: LedgerService;
  /** Absent when nobody is to be told of levels. */
  notifier?: LevelNotifier;
  snapshots: SnapshotTaker;
}

function locationsFrom(config: RootConfigService): string[] {
  const isWithDefaults =
    config.getOptionalBoolean('scorecards.defaultDefinitions') ?? true;
  return [
    ...(isWithDefaults ? [definitionsDirectory()] : []),
    ...(config.getOptionalStringArray('scorecards.definitions') ?? []),
  ];
}

/** Puts the parts together. */
export async function createScorecards(
  options: ScorecardsOptions,
): Promise<Scorecards> {
  const { config, database } = options;
  const clock = options.clock ?? (() => new Date());
  const sources = config.getOptionalStringArray('scorecards.sources') ?? [
    'ingestion',
  ];
  const permissions = batchPermissions(options.permissions);
  const entities = await createEntityProjection({ ...options, clock });
  const dirty = new DirtyStore(database);
  const facts = new FactTable(database, dirty);
  const results = new ResultStore(database, dirty);
  const definitionStore = new DefinitionStore(database);
  const definitions = new DefinitionsService({
    ...options,
    store: definitionStore,
    locations: locationsFrom(config),
    facts,
    dirty,
    sources,
    clock,
  });
  const evaluator = new Evaluator({ dirty, facts, results, entities, clock });
  const worker = new Worker({
    ...options,
    reader: new FactReader({ ...options, facts, clock }),
    entities,
    definitions,
    evaluator,
    dirty,
    facts,
    results,
    sources,
    clock,
  });
  const access = createEntityAccess({ ...options, permissions, entities });
  const visibility = createCatalogVisibility({ ...options, permissions });
  const scorecards = new ScorecardsService({
    permissions,
    access,
    catalog: visibility,
    entities,
    results,
    definitions,
    clock,
  });
  const hierarchy = new HierarchyStore(database);
  entities.onChange(change => hierarchy.apply(change));
  const snapshots = new SnapshotStore(database);
  const settings = noticeSettings(config);
  await definitions.load();
  return {
    entities,
    worker,
    scorecards,
    list: new ScoreListService({
      scorecards,
      access,
      catalog: visibility,
      list: new ScoreListStore(database),
      hierarchy,
    }),
    history: new HistoryService({
      scorecards,
      access,
      catalog: visibility,
      history: new HistoryStore(database),
      clock,
    }),
    ledger: new LedgerService({
      scorecards,
      access,
      catalog: visibility,
      ledger: new LedgerStore(database),
      library: new DefinitionLibrary(definitionStore),
      clock,
    }),
    ...(settings && {
      notifier: new LevelNotifier({
        ...options,
        notices: new NoticeStore(database),
        owners: new OwnerDirectory(options),
        settings,
        clock,
      }),
    }),
    rollups: new RollupService({
      scorecards,
      access,
      catalog: visibility,
      store: new RollupStore(database),
      hierarchy,
      snapshots,
      platformTypes: config.getOptionalStringArray(
        'scorecards.platformGroupTypes',
      ) ?? ['platform', 'business-unit', 'product-area'],
      clock,
    }),
    snapshots: new SnapshotTaker({
      ...options,
      store: snapshots,
      hierarchy,
      dirty,
      clock,
    }),
  };
}
