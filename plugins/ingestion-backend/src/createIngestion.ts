import {
  AuthService,
  LoggerService,
  PermissionsService,
  resolvePackagePath,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
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
import { readPolicies } from './gate';
import { IngestionMetrics } from './metrics';
import { ActivityService } from './service/ActivityService';
import { AdminAccess } from './service/AdminAccess';
import { IdTokenVerifier } from './oidc';
import { ChangeAnnouncer } from './service/ChangeAnnouncer';
import { CoverageMapService } from './service/CoverageMapService';
import { EntityAlignment } from './service/EntityAlignment';
import { EntityChanges } from './service/EntityChanges';
import { EntityRebinding } from './service/EntityRebinding';
import { FactsService } from './service/FactsService';
import { FindingsService } from './service/FindingsService';
import { GateEvidenceReader } from './service/GateEvidenceReader';
import { GateService } from './service/GateService';
import { JobRunner } from './service/JobRunner';
import { OidcBindings } from './service/OidcBindings';
import { OidcExchange } from './service/OidcExchange';
import { Quarantine } from './service/Quarantine';
import { QuarantineDesk } from './service/QuarantineDesk';
import { QueueLoop } from './service/QueueLoop';
import { ReceiptsService } from './service/ReceiptsService';
import { RecentBodies } from './service/RecentBodies';
import { RejectedReports } from './service/RejectedReports';
import { ReportApplier } from './service/ReportApplier';
import { ReportProcessor } from './service/ReportProcessor';
import { ReportReceiver } from './service/ReportReceiver';
import { ReportWaiters } from './service/ReportWaiters';
import { Retention } from './service/Retention';
import { SlaFollower } from './service/SlaFollower';
import { SubmissionService } from './service/SubmissionService';
import { SubmitterBindings } from './service/SubmitterBindings';
import { SummaryService } from './service/SummaryService';
import { TriageAccess } from './service/TriageAccess';
import { TriageApplier } from './service/TriageApplier';
import { TriageService } from './service/TriageService';
import { UnchangedScans } from './service/UnchangedScans';
import { UploadTokenCheck } from './service/UploadTokenCheck';
import { UploadTokens } from './service/UploadTokens';
import { UploadTokenScope } from './service/UploadTokenScope';
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
  /** Whether a policy decides; without one nobody runs ingestion. */
  permissionEnabled: boolean;
  entities: EntityProjection;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
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
  const clock = options.clock ?? (() => new Date());
  const logger = options.logger;
  const stores = createStores(database);
  const { queue, reports, states } = stores;
  const announcer = new ChangeAnnouncer({ signals: options.signals, logger });
  const oidcBindings = new OidcBindings({ issuers: config.oidc, entities });
  const bindings = new SubmitterBindings({
    submitters: config.submitters,
    auth: options.auth,
    userInfo: options.userInfo,
    entities,
    uploadTokens: new UploadTokenScope({
      tokens: stores.tokens,
      oidcBindings,
    }),
  });
  const facts = new FactsService({
    ...stores,
    database,
    feed,
    announcer,
    clock,
  });
  const applier = new ReportApplier({
    ...stores,
    findings: stores.findingWrites,
    database,
    facts,
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
    unchangedScans: new UnchangedScans({ reports }),
    workers,
    entities,
    defaultRef: config.defaultRef,
    sla: config.sla,
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
    scopes: stores.scopes,
    changes: stores.entityChanges,
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
  return {
    loop,
    workers,
    facts,
    quarantine,
    receiver,
    retention: new Retention({
      ...stores,
      database,
      retention: config.retention,
      clock,
    }),
    quarantineDesk: new QuarantineDesk({
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
      database,
      alignment,
      entities,
      admins,
      facts,
      feed,
      announcer,
      sla: config.sla,
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
      sla: config.sla,
      defaultRef: config.defaultRef,
      logger,
      clock,
    }),
    slaFollower: new SlaFollower({
      ...stores,
      changes: stores.entityChanges,
      database,
      facts,
      feed,
      announcer,
      sla: config.sla,
      logger,
      clock,
    }),
    submissions: new SubmissionService({
      receiver,
      bindings,
      permissions: options.permissions,
      entities,
    }),
    activity: new ActivityService({
      activity: stores.activity,
      bindings,
      access,
      catalogVisibility,
      clock,
    }),
    coverageMaps: new CoverageMapService({
      ...stores,
      access,
      catalogVisibility,
      clock,
    }),
    uploadTokens: new UploadTokens({
      database,
      tokens: stores.tokens,
      access,
      catalogVisibility,
      entities,
      clock,
    }),
    uploadTokenCheck: new UploadTokenCheck({ tokens: stores.tokens, clock }),
    oidcExchange: new OidcExchange({
      ...stores,
      database,
      verifier: new IdTokenVerifier({ issuers: config.oidc, clock }),
      oidcBindings,
      clock,
    }),
    receipts: new ReceiptsService({
      reports,
      lists: stores.reportLists,
      waiters,
      bindings,
      access,
      catalogVisibility,
      clock,
    }),
    findings: new FindingsService({
      lists: stores.findingLists,
      findings: stores.findingReads,
      states,
      reports,
      auth: options.auth,
      access,
      catalogVisibility,
      entities,
      defaultRef: config.defaultRef,
      clock,
    }),
    gate: new GateService({
      evidence: new GateEvidenceReader({
        ...stores,
        findings: stores.findingReads,
        cadence: config.cadence,
      }),
      policies: readPolicies(config.gate.policies),
      states,
      auth: options.auth,
      access,
      bindings,
      catalogVisibility,
      entities,
      permissions: options.permissions,
      defaultRef: config.defaultRef,
      portalUrl: config.gate.portalUrl,
      clock,
    }),
    triage: new TriageService({
      auth: options.auth,
      access: new TriageAccess({ access, catalogVisibility, entities, states }),
      triage: stores.triage,
      applier: new TriageApplier({
        ...stores,
        database,
        facts,
        feed,
        announcer,
        clock,
      }),
      clock,
    }),
    summaries: new SummaryService({
      ...stores,
      access,
      catalogVisibility,
      entities,
      clock,
    }),
  };
}

export type Ingestion = ReturnType<typeof createIngestion>;
