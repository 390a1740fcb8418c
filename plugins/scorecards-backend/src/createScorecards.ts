import {
  AuditorService,
  AuthService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  createCatalogVisibility,
  createEntityAccess,
  createEntityProjection,
  EntityProjection,
  FACTS_CHANGED_TOPIC,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Campaigns, createCampaigns } from './createCampaigns';
import { createReviews, Reviews } from './createReviews';
import { readMaturityModels } from './maturity/readMaturityModels';
import { createEvaluationMetrics } from './metrics';
import { definitionsDirectory, maturityDirectory } from './migrate';
import { batchPermissions } from './service/batchPermissions';
import { BlockingChecks } from './service/BlockingChecks';
import {
  CHAMPIONS_PLUGIN,
  ChampionDirectory,
} from './service/ChampionDirectory';
import { DefinitionAnnouncer } from './service/DefinitionAnnouncer';
import { DefinitionFollower } from './service/DefinitionFollower';
import { DefinitionLibrary } from './service/DefinitionLibrary';
import { DefinitionsService } from './service/DefinitionsService';
import { DefinitionDetailsService } from './service/DefinitionDetailsService';
import { DryRunService } from './service/DryRunService';
import { EntityInputs } from './service/EntityInputs';
import { EvidenceRecordReader } from './service/EvidenceRecordReader';
import { EvidencePackService } from './service/EvidencePackService';
import { Evaluator } from './service/Evaluator';
import { FactPushService } from './service/FactPushService';
import { FactReader } from './service/FactReader';
import { EntitySetsService } from './service/EntitySetsService';
import { HistoryService } from './service/HistoryService';
import { LedgerService } from './service/LedgerService';
import { InputMarks } from './service/InputMarks';
import { LevelNotifier } from './service/LevelNotifier';
import { MaturityService } from './service/MaturityService';
import { OwnerDirectory } from './service/OwnerDirectory';
import { noticeSettings } from './service/noticeSettings';
import { LevelChangesService } from './service/LevelChangesService';
import { RollupService } from './service/RollupService';
import { ScoreListService } from './service/ScoreListService';
import { ScopeMembers } from './service/ScopeMembers';
import { VirtualTeamScopes } from './service/VirtualTeamScopes';
import { ScorecardsService } from './service/ScorecardsService';
import { SnapshotTaker } from './service/SnapshotTaker';
import { PushedSourceSetting, SourceRegistry } from './service/SourceRegistry';
import { Worker } from './service/Worker';
import { DefinitionStore } from './store/DefinitionStore';
import { DirtyStore } from './store/DirtyStore';
import { EvidenceStore } from './store/EvidenceStore';
import { FactTable } from './store/FactTable';
import { HierarchyStore } from './store/HierarchyStore';
import { EntitySetStore } from './store/EntitySetStore';
import { HistoryStore } from './store/HistoryStore';
import { LedgerStore } from './store/LedgerStore';
import { MarkStore } from './store/MarkStore';
import { MaturityStore } from './store/MaturityStore';
import { NoticeStore } from './store/NoticeStore';
import { PlacementStore } from './store/PlacementStore';
import { PushedFactStore } from './store/PushedFactStore';
import { ResultStore } from './store/ResultStore';
import { RollupStore } from './store/RollupStore';
import { ScoreListStore } from './store/ScoreListStore';
import { ScorecardTermStore } from './store/ScorecardTermStore';
import { StandingStore } from './store/StandingStore';
import { SnapshotStore } from './store/SnapshotStore';

export interface ScorecardsOptions {
  database: Knex;
  config: RootConfigService;
  logger: LoggerService;
  auditor: AuditorService;
  auth: AuthService;
  discovery: DiscoveryService;
  urlReader: UrlReaderService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  catalog: CatalogService;
  events?: EventsService;
  signals?: SignalsService;
  metrics: MetricsService;
  notifications: NotificationService;
  clock?: () => Date;
}

export interface Scorecards extends Campaigns, Reviews {
  entities: EntityProjection;
  worker: Worker;
  definitionFollower: DefinitionFollower;
  scorecards: ScorecardsService;
  list: ScoreListService;
  levelChanges: LevelChangesService;
  rollups: RollupService;
  history: HistoryService;
  maturity: MaturityService;
  entitySets: EntitySetsService;
  dryRuns: DryRunService;
  details: DefinitionDetailsService;
  ledger: LedgerService;
  evidencePacks: EvidencePackService;
  /** Absent when nobody is to be told of levels. */
  notifier?: LevelNotifier;
  snapshots: SnapshotTaker;
  pushes: FactPushService;
}

function pushedSourcesFrom(config: RootConfigService): PushedSourceSetting[] {
  const settings =
    config.getOptionalConfigArray('scorecards.pushedSources') ?? [];
  return settings.map(setting => ({
    source: setting.getString('source'),
    subjects: setting.getOptionalStringArray('subjects'),
  }));
}

function locationsFrom(config: RootConfigService): string[] {
  const isWithDefaults =
    config.getOptionalBoolean('scorecards.defaultDefinitions') ?? true;
  return [
    ...(isWithDefaults ? [definitionsDirectory()] : []),
    ...(config.getOptionalStringArray('scorecards.definitions') ?? []),
  ];
}

/** Has the replica that evaluates look now. */
async function announce(
  { events, logger }: ScorecardsOptions,
  source: string,
  worker: Worker,
): Promise<void> {
  worker.nudge();
  try {
    await events?.publish({
      topic: FACTS_CHANGED_TOPIC,
      eventPayload: { source },
    });
  } catch (error) {
    logger.warn(`Facts are evaluated a little later: ${stringifyError(error)}`);
  }
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
  const marks = new MarkStore(database);
  const store = new DefinitionStore(database);
  const terms = new ScorecardTermStore(database);
  const pushed = pushedSourcesFrom(config);
  const registry = new SourceRegistry({ store, facts, sources, pushed });
  const settings = noticeSettings(config);
  const definitions = new DefinitionsService({
    ...options,
    ...(settings && { announcer: new DefinitionAnnouncer(options) }),
    store,
    terms,
    locations: locationsFrom(config),
    dirty,
    marks,
    sources: registry,
    clock,
  });
  const inputs = new EntityInputs({ facts, entities });
  const evaluator = new Evaluator({
    dirty,
    inputs,
    inputMarks: new InputMarks({ facts, entities }),
    marks,
    results,
    metrics: createEvaluationMetrics(
      options.metrics,
      () => dirty.state(),
      () => new Date(),
    ),
    clock,
  });
  const worker = new Worker({
    ...options,
    reader: new FactReader({ ...options, facts, clock }),
    entities,
    definitions,
    evaluator,
    dirty,
    facts,
    results,
    marks,
    sources,
    pushed: pushed.map(({ source }) => source),
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
  const scopes = new ScopeMembers({
    hierarchy,
    virtualTeams: new VirtualTeamScopes({ ...options, clock }),
  });
  const placements = new PlacementStore(database);
  entities.onChange(change => placements.apply(change, clock()));
  const library = new DefinitionLibrary(store);
  const blocking = new BlockingChecks(library);
  const snapshots = new SnapshotStore(database);
  const rollups = new RollupStore(database);
  const platformTypes = config.getOptionalStringArray(
    'scorecards.platformGroupTypes',
  ) ?? ['platform', 'business-unit', 'product-area'];
  await definitions.follow();
  return {
    ...createCampaigns({
      ...options,
      permissions,
      access,
      catalog: visibility,
      entities,
      definitions,
      hierarchy,
      dirty,
      platformTypes,
      clock,
    }),
    ...createReviews({
      ...options,
      sources,
      permissions,
      access,
      visibility,
      entities,
      definitions,
      hierarchy,
      clock,
    }),
    entities,
    worker,
    definitionFollower: new DefinitionFollower({ ...options, definitions }),
    scorecards,
    pushes: new FactPushService({
      ...options,
      permissions,
      registry,
      entities,
      store: new PushedFactStore(database, dirty),
      onPushed: source => announce(options, source, worker),
      clock,
    }),
    list: new ScoreListService({
      scorecards,
      access,
      catalog: visibility,
      list: new ScoreListStore(database),
      scopes,
      blocking,
    }),
    history: new HistoryService({
      scorecards,
      access,
      catalog: visibility,
      history: new HistoryStore(database),
      clock,
    }),
    dryRuns: new DryRunService({
      permissions,
      catalog: visibility,
      access,
      inputs,
      standings: new StandingStore(database),
      compiler: definitions.compiler,
      drafts: definitions.drafts,
      clock,
    }),
    details: new DefinitionDetailsService({ scorecards, definitions, terms }),
    entitySets: new EntitySetsService({
      auth: options.auth,
      scorecards,
      catalog: visibility,
      sets: new EntitySetStore(database),
      ruleset: () => definitions.ruleset(),
      clock,
    }),
    maturity: new MaturityService({
      scorecards,
      catalog: visibility,
      store: rollups,
      hierarchy,
      counts: new MaturityStore(database),
      models: await readMaturityModels(maturityDirectory()),
      ruleset: () => definitions.ruleset(),
      clock,
    }),
    ledger: new LedgerService({
      scorecards,
      access,
      catalog: visibility,
      ledger: new LedgerStore(database),
      library,
      clock,
    }),
    evidencePacks: new EvidencePackService({
      scorecards,
      permissions,
      access,
      catalog: visibility,
      entities,
      evidence: new EvidenceStore(database),
      records: new EvidenceRecordReader({ ...options, sources }),
      placements,
      library,
      clock,
    }),
    ...(settings && {
      notifier: new LevelNotifier({
        ...options,
        notices: new NoticeStore(database),
        owners: new OwnerDirectory(options),
        ...(sources.includes(CHAMPIONS_PLUGIN) && {
          champions: new ChampionDirectory(options),
        }),
        settings,
        titleOf: id =>
          definitions
            .ruleset()
            .scorecards.find(({ definition }) => definition.id === id)
            ?.definition.title ?? id,
        clock,
      }),
    }),
    levelChanges: new LevelChangesService({
      scorecards,
      catalog: visibility,
      store: rollups,
      clock,
    }),
    rollups: new RollupService({
      scorecards,
      access,
      catalog: visibility,
      store: rollups,
      hierarchy,
      scopes,
      snapshots,
      blocking,
      platformTypes,
      clock,
    }),
    snapshots: new SnapshotTaker({
      ...options,
      store: snapshots,
      hierarchy,
      scopes,
      dirty,
      clock,
    }),
  };
}
