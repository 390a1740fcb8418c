import {
  AuthService,
  LoggerService,
  PermissionsService,
  resolvePackagePath,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import { WaiverRoleSource } from '@synchrony/backstage-plugin-ingestion-node';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
  FactFeed,
  migrateScorecardsNode,
  tuneEmbeddedDatabase,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { IngestionConfig } from './config/readIngestionConfig';
import { createFindings } from './createFindings';
import { createInventories } from './createInventories';
import { createTokens } from './createTokens';
import { createWaivers } from './createWaivers';
import { IngestionMetrics } from './metrics';
import { ActivityService } from './service/ActivityService';
import { AdminAccess } from './service/AdminAccess';
import { DueTables } from './sla';
import { CatalogUsers } from './service/CatalogUsers';
import { ChangeAnnouncer } from './service/ChangeAnnouncer';
import { Compaction } from './service/Compaction';
import { Cursors } from './service/cursor';
import { DeliveriesService } from './service/DeliveriesService';
import { DeliveryRecorder } from './service/DeliveryRecorder';
import { DeliverySubmissions } from './service/DeliverySubmissions';
import { DueUpdater } from './service/DueUpdater';
import { EntityAlignment } from './service/EntityAlignment';
import { EntityChanges } from './service/EntityChanges';
import { EntityRebinding } from './service/EntityRebinding';
import { FactsService } from './service/FactsService';
import { GithubRepositories } from './service/GithubRepositories';
import { GithubWebhooks } from './service/GithubWebhooks';
import { IntelligenceFollower } from './service/IntelligenceFollower';
import { HealthService } from './service/HealthService';
import { InventoryApplier } from './service/InventoryApplier';
import { JobRunner } from './service/JobRunner';
import { OidcBindings } from './service/OidcBindings';
import { Quarantine } from './service/Quarantine';
import { QuarantineDesk } from './service/QuarantineDesk';
import { QueueHistoryService } from './service/QueueHistoryService';
import { QueueLoop } from './service/QueueLoop';
import { ReceiptsService } from './service/ReceiptsService';
import { RecentBodies } from './service/RecentBodies';
import { RejectedReports } from './service/RejectedReports';
import { ReportApplier } from './service/ReportApplier';
import { ReportProcessor } from './service/ReportProcessor';
import { ReportReceiver } from './service/ReportReceiver';
import { ReportWaiters } from './service/ReportWaiters';
import { Retention } from './service/Retention';
import { RetentionSweep } from './service/RetentionSweep';
import { SlaFollower } from './service/SlaFollower';
import { StatementFollower } from './service/StatementFollower';
import { SubmissionService } from './service/SubmissionService';
import { SubmitterBindings } from './service/SubmitterBindings';
import { ThreatIntelligence } from './service/ThreatIntelligence';
import { UnchangedScans } from './service/UnchangedScans';
import { UploadTokenScope } from './service/UploadTokenScope';
import { VexApplier } from './service/VexApplier';
import { WaiverSettler } from './service/WaiverSettler';
import { createStores } from './store/createStores';
import { WorkerPool } from './worker';

/** What ingestion works with. */
export interface IngestionOptions {
  database: Knex;
  config: IngestionConfig;
  /** Modules of report formats besides the built-in ones. */
  formatFiles?: string[];
  logger: LoggerService;
  auth: AuthService;
  userInfo: UserInfoService;
  permissions: PermissionsService;
  /** Who besides the configured groups may approve waivers. */
  waiverRoleSources?: readonly WaiverRoleSource[];
  /** Whether a policy decides; without one nobody runs ingestion. */
  permissionEnabled: boolean;
  entities: EntityProjection;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  users: Pick<CatalogUsers, 'claimsOf' | 'has'>;
  cursors: Cursors;
  feed: FactFeed<IngestionFacts>;
  signals?: SignalsService;
  createMetrics(queueDepth: () => Promise<number>): IngestionMetrics;
  clock?: () => Date;
}

/** Creates or upgrades the tables. */
export async function migrateIngestion(database: Knex): Promise<void> {
  await tuneEmbeddedDatabase(database);
  await database.migrate.latest({
    directory: resolvePackagePath(
      '@synchrony/backstage-plugin-ingestion-backend',
      'migrations',
    ),
  });
  await migrateScorecardsNode(database);
}

/** Puts the services together; nothing runs before `loop.start()`. */
export function createIngestion(options: IngestionOptions) {
  const { access, catalogVisibility, config, database, entities, feed } =
    options;
  const { cursors } = options;
  const clock = options.clock ?? (() => new Date());
  const logger = options.logger;
  const stores = createStores(database);
  const { queue, reports } = stores;
  const announcer = new ChangeAnnouncer({ signals: options.signals, logger });
  const oidcBindings = new OidcBindings({ issuers: config.oidc, entities });
  const repositories = new GithubRepositories({
    ...stores,
    secrets: config.webhooks.github,
  });
  const bindings = new SubmitterBindings({
    submitters: config.submitters,
    auth: options.auth,
    userInfo: options.userInfo,
    users: options.users,
    entities,
    uploadTokens: new UploadTokenScope({
      tokens: stores.tokens,
      oidcBindings,
    }),
    webhooks: repositories,
  });
  const settler = new WaiverSettler(stores);
  const facts = new FactsService({
    ...stores,
    database,
    settler,
    feed,
    announcer,
    sbomDays: config.inventory.days,
    clock,
  });
  const follower = new StatementFollower({ ...stores, trust: config.vex });
  const dueTables = new DueTables(config.sla);
  const dueUpdater = new DueUpdater({
    ...stores,
    changes: stores.entityChanges,
    database,
    dueTables,
    facts,
    announcer,
    clock,
  });
  const intelligenceFollower = new IntelligenceFollower({
    ...stores,
    dueUpdater,
    feed,
    logger,
  });
  const applier = new ReportApplier({
    ...stores,
    follower,
    findings: stores.findingWrites,
    database,
    facts,
    inventoryApplier: new InventoryApplier(stores),
    cadence: config.cadence,
  });
  const workers = new WorkerPool({
    size: config.processing.concurrency,
    memoryMb: config.processing.workerMemoryMb,
    timeoutMs: config.processing.timeoutMs,
    formatFiles: options.formatFiles,
  });
  const recentBodies = new RecentBodies(stores.bodies);
  const processor = new ReportProcessor({
    ...stores,
    bodies: recentBodies,
    applier,
    vex: new VexApplier({
      ...stores,
      database,
      follower,
      applier,
      facts,
      clock,
    }),
    unchangedScans: new UnchangedScans({ reports }),
    workers,
    entities,
    defaultRef: config.defaultRef,
    dueTables,
    clock,
  });
  const quarantine = new Quarantine({
    database,
    reports,
    queue,
    entities,
    mayRelease: report =>
      bindings.mayRelease(report.submitter, report.entityRef),
    days: config.retention.quarantine,
    logger,
    clock,
  });
  const admins = new AdminAccess(options);
  const alignment = new EntityAlignment({
    ...stores,
    changes: stores.entityChanges,
    follower,
    dueTables,
  });
  const waiters = new ReportWaiters();
  const runner = new JobRunner({
    queue,
    processor,
    applier,
    quarantine,
    rejectedReports: new RejectedReports({ ...stores, applier, clock }),
    waiters,
    announcer,
    feed,
    metrics: options.createMetrics(() => queue.depth()),
    attempts: config.processing.attempts,
    logger,
    clock,
  });
  const loop = new QueueLoop({
    queue,
    runner,
    concurrency: config.processing.concurrency,
    logger,
    clock,
  });
  quarantine.onRelease(() => loop.nudge());
  const receiver = new ReportReceiver({
    database,
    reports,
    bodies: stores.bodies,
    recentBodies,
    queue,
    limits: { maxBytes: config.maxReportBytes },
    onReceived: () => loop.nudge(),
    clock,
  });
  const recorder = new DeliveryRecorder({
    ...stores,
    database,
    facts,
    feed,
    announcer,
    dueTables,
    defaultRef: config.defaultRef,
    clock,
  });
  const retention = new Retention({
    ...stores,
    database,
    retention: config.retention,
    clock,
  });
  const compaction = new Compaction({
    ...stores,
    database,
    retention: config.retention,
    logger,
    clock,
  });
  return {
    ...createWaivers({
      ...options,
      stores,
      facts,
      settler,
      dueTables,
      announcer,
      clock,
    }),
    ...createInventories({ ...options, stores, clock }),
    ...createFindings({
      ...options,
      stores,
      facts,
      follower,
      bindings,
      dueTables,
      announcer,
      clock,
    }),
    ...createTokens({ ...options, stores, admins, oidcBindings, clock }),
    loop,
    workers,
    facts,
    quarantine,
    receiver,
    retention,
    compaction,
    retentionSweep: new RetentionSweep({
      ...stores,
      retention,
      compaction,
      clock,
    }),
    healthService: new HealthService({ ...stores, workers, admins, clock }),
    queueHistory: new QueueHistoryService({ ...stores, admins, clock }),
    quarantineDesk: new QuarantineDesk({
      cursors,
      quarantined: stores.quarantined,
      admins,
      access,
      bindings,
      catalogVisibility,
      days: config.retention.quarantine,
      clock,
    }),
    rebinding: new EntityRebinding({
      ...stores,
      access,
      database,
      alignment,
      entities,
      admins,
      facts,
      feed,
      announcer,
      dueTables,
      defaultRef: config.defaultRef,
      onReleased: () => loop.nudge(),
      clock,
    }),
    entityChanges: new EntityChanges({
      ...stores,
      alignment,
      database,
      entities,
      facts,
      feed,
      quarantine,
      announcer,
      dueTables,
      defaultRef: config.defaultRef,
      logger,
      clock,
    }),
    slaFollower: new SlaFollower({
      ...stores,
      dueUpdater,
      dueTables,
      entities,
      feed,
      logger,
      clock,
    }),
    intelligenceFollower,
    threatIntelligence: new ThreatIntelligence({
      ...stores,
      database,
      follower: intelligenceFollower,
      permissions: options.permissions,
      warnAfterDays: config.threatFileDays,
      logger,
      clock,
    }),
    submissions: new SubmissionService({
      receiver,
      bindings,
      permissions: options.permissions,
      entities,
    }),
    deliveryStores: stores.deliveryStores,
    deliverySubmissions: new DeliverySubmissions({
      recorder,
      bindings,
      permissions: options.permissions,
      entities,
      clock,
    }),
    deliveries: new DeliveriesService({ access, catalogVisibility, cursors }),
    githubWebhooks: new GithubWebhooks({
      ...stores,
      database,
      secrets: config.webhooks.github,
      repositories,
      receiver,
      recorder,
      entities,
    }),
    activity: new ActivityService({
      activity: stores.activity,
      bindings,
      access,
      catalogVisibility,
      clock,
    }),
    receipts: new ReceiptsService({
      cursors,
      reports,
      lists: stores.reportLists,
      names: stores.reportNames,
      waiters,
      bindings,
      access,
      catalogVisibility,
      clock,
    }),
  };
}

export type Ingestion = ReturnType<typeof createIngestion>;
