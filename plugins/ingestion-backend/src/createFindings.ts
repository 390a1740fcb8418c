import { readPolicies } from './gate';
import { ChangeAnnouncer } from './service/ChangeAnnouncer';
import { CoverageMapService } from './service/CoverageMapService';
import { EntityScopes } from './service/EntityScopes';
import { FactsService } from './service/FactsService';
import { FindingFacetsService } from './service/FindingFacetsService';
import { FindingGroupsService } from './service/FindingGroupsService';
import { FindingScope } from './service/FindingScope';
import { FindingsService } from './service/FindingsService';
import { TrendService } from './service/TrendService';
import { FlowService } from './service/FlowService';
import { EntityRights } from './service/EntityRights';
import { GateEvidenceReader } from './service/GateEvidenceReader';
import { GateService } from './service/GateService';
import { RemediationService } from './service/RemediationService';
import { ScopeRetirement } from './service/ScopeRetirement';
import { StatementFollower } from './service/StatementFollower';
import { SubmitterBindings } from './service/SubmitterBindings';
import { SummaryService } from './service/SummaryService';
import { TriageAccess } from './service/TriageAccess';
import { TriageApplier } from './service/TriageApplier';
import { TriageService } from './service/TriageService';
import { DueTables } from './sla';
import { createStores } from './store/createStores';
import type { IngestionOptions } from './createIngestion';

/** What reading and triage of findings work with. */
export interface FindingsOptions extends IngestionOptions {
  stores: ReturnType<typeof createStores>;
  facts: FactsService;
  follower: StatementFollower;
  bindings: SubmitterBindings;
  dueTables: DueTables;
  announcer: ChangeAnnouncer;
  clock: () => Date;
}

/** Puts together what reads findings, judges builds by them and triages them. */
export function createFindings(options: FindingsOptions) {
  const { announcer, bindings, clock, facts, follower, stores } = options;
  const { access, catalogVisibility, config, database, entities, feed } =
    options;
  const { cursors } = options;
  const { reports, states } = stores;
  const triageAccess = new TriageAccess({
    access,
    catalogVisibility,
    entities,
    states,
  });
  const scope = new FindingScope({
    lists: stores.findingLists,
    states,
    catalogTrees: stores.catalogTrees,
    access,
    catalogVisibility,
    clock,
  });
  const entityScopes = new EntityScopes({
    ...stores,
    cursors,
    auth: options.auth,
    access,
    catalogVisibility,
    entities,
    triageAccess,
  });
  const summaries = new SummaryService({
    ...stores,
    access,
    catalogVisibility,
    entities,
    clock,
  });
  return {
    entityScopes,
    scopeRetirement: new ScopeRetirement({
      ...stores,
      database,
      auth: options.auth,
      triageAccess,
      entityScopes,
      cadence: config.cadence,
      follower,
      facts,
      feed,
      announcer,
      clock,
    }),
    flows: new FlowService({
      findingFlows: stores.findingFlows,
      access,
      catalogVisibility,
      entities,
      clock,
    }),
    remediation: new RemediationService({
      remediations: stores.remediations,
      rights: new EntityRights(options),
      clock,
    }),
    coverageMaps: new CoverageMapService({
      ...stores,
      cursors,
      access,
      catalogVisibility,
      sbomDays: config.inventory.days,
      clock,
    }),
    findingGroups: new FindingGroupsService({
      cursors,
      scope,
      groups: stores.findingGroupRows,
    }),
    findingFacets: new FindingFacetsService({
      scope,
      facets: stores.findingFacetCounts,
      clock,
    }),
    findings: new FindingsService({
      cursors,
      scope,
      triageAccess,
      lists: stores.findingLists,
      findings: stores.findingReads,
      statements: stores.statements,
      states,
      reports,
      auth: options.auth,
      access,
      catalogVisibility,
      entities,
      defaultRef: config.defaultRef,
      sla: config.sla,
      slaPolicies: stores.slaPolicies,
      threatFiles: stores.threatFiles,
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
      users: options.users,
      access: triageAccess,
      triage: stores.triage,
      applier: new TriageApplier({
        ...stores,
        database,
        facts,
        follower,
        feed,
        changes: stores.entityChanges,
        dueTables: options.dueTables,
        announcer,
        clock,
      }),
      clock,
    }),
    summaries,
    trends: new TrendService({
      summaries,
      findingTrends: stores.findingTrends,
      clock,
    }),
  };
}
