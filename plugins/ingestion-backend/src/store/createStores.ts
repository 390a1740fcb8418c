import { Knex } from 'knex';
import { deployments, pipelineRuns } from '../deliveries';
import { ActivityStore } from './ActivityStore';
import { AdvisoryStore } from './AdvisoryStore';
import { ArrivalStore } from './ArrivalStore';
import { AttentionStore } from './AttentionStore';
import { BodyStore } from './BodyStore';
import { CandidateStore } from './CandidateStore';
import { CatalogTreeStore } from './CatalogTreeStore';
import { CompactionStore } from './CompactionStore';
import { CoverageMapStore } from './CoverageMapStore';
import { CoverageStore } from './CoverageStore';
import { DeliveryFactStore } from './DeliveryFactStore';
import { DeliveryStore } from './DeliveryStore';
import { EntityChangeStore } from './EntityChangeStore';
import { EntityStateStore } from './EntityStateStore';
import { ExpectationStore } from './ExpectationStore';
import { FindingCountStore } from './FindingCountStore';
import { FindingFacetStore } from './FindingFacetStore';
import { FindingFlowStore } from './FindingFlowStore';
import { FindingTrendStore } from './FindingTrendStore';
import { FindingGroupStore } from './FindingGroupStore';
import { FindingListStore } from './FindingListStore';
import { FindingReadStore } from './FindingReadStore';
import { FindingWriteStore } from './FindingWriteStore';
import { GateStore } from './GateStore';
import { HealthStore } from './HealthStore';
import { EntityInventoryStore } from './EntityInventoryStore';
import { InventorySearchStore } from './InventorySearchStore';
import { InventoryStore } from './InventoryStore';
import { PositionStore } from './PositionStore';
import { QuarantineStore } from './QuarantineStore';
import { QueueHistoryStore } from './QueueHistoryStore';
import { QueueStore } from './QueueStore';
import { RebindStore } from './RebindStore';
import { RemediationStore } from './RemediationStore';
import { ReportListStore } from './ReportListStore';
import { ReportNameStore } from './ReportNameStore';
import { ReportStore } from './ReportStore';
import { RepositoryEntityStore } from './RepositoryEntityStore';
import { RetentionRunStore } from './RetentionRunStore';
import { RetentionStore } from './RetentionStore';
import { RetirementStore } from './RetirementStore';
import { RuleIntelligenceStore } from './RuleIntelligenceStore';
import { ScopeStore } from './ScopeStore';
import { SlaPolicyStore } from './SlaPolicyStore';
import { StatementStore } from './StatementStore';
import { ThreatFileStore } from './ThreatFileStore';
import { TriageStore } from './TriageStore';
import { UploadTokenStore } from './UploadTokenStore';
import { UsedIdTokenStore } from './UsedIdTokenStore';
import { WaiverEvidenceStore } from './WaiverEvidenceStore';
import { WaiverEffectStore } from './WaiverEffectStore';
import { WaiverEntityStore } from './WaiverEntityStore';
import { WaiverListStore } from './WaiverListStore';
import { WaiverMatchStore } from './WaiverMatchStore';
import { WaiverStore } from './WaiverStore';

/** All stores of one database. */
export function createStores(database: Knex) {
  return {
    activity: new ActivityStore(database),
    catalogTrees: new CatalogTreeStore(database),
    advisories: new AdvisoryStore(database),
    arrivals: new ArrivalStore(database),
    attentions: new AttentionStore(database),
    bodies: new BodyStore(database),
    candidates: new CandidateStore(database),
    compactions: new CompactionStore(database),
    counts: new FindingCountStore(database),
    coverage: new CoverageStore(database),
    deliveryFacts: new DeliveryFactStore(),
    deliveryStores: {
      deployments: new DeliveryStore(database, deployments),
      pipelineRuns: new DeliveryStore(database, pipelineRuns),
    },
    coverageMap: new CoverageMapStore(database),
    entityChanges: new EntityChangeStore(),
    expectations: new ExpectationStore(database),
    findingFacetCounts: new FindingFacetStore(database),
    findingGroupRows: new FindingGroupStore(database),
    findingFlows: new FindingFlowStore(database),
    findingTrends: new FindingTrendStore(database),
    findingLists: new FindingListStore(database),
    findingReads: new FindingReadStore(database),
    findingWrites: new FindingWriteStore(),
    gate: new GateStore(database),
    health: new HealthStore(database),
    entityInventories: new EntityInventoryStore(database),
    inventorySearch: new InventorySearchStore(database),
    inventories: new InventoryStore(database),
    pastWaivers: new WaiverEvidenceStore(database),
    positions: new PositionStore(),
    quarantined: new QuarantineStore(database),
    queue: new QueueStore(database),
    queueHistories: new QueueHistoryStore(database),
    rebinds: new RebindStore(),
    remediations: new RemediationStore(database),
    reportLists: new ReportListStore(database),
    reportNames: new ReportNameStore(database),
    reports: new ReportStore(database),
    repositoryEntities: new RepositoryEntityStore(database),
    retirements: new RetirementStore(database),
    retentionRuns: new RetentionRunStore(database),
    retentionRows: new RetentionStore(database),
    ruleIntelligence: new RuleIntelligenceStore(database),
    scopes: new ScopeStore(database),
    slaPolicies: new SlaPolicyStore(database),
    statements: new StatementStore(database),
    states: new EntityStateStore(database),
    threatFiles: new ThreatFileStore(database),
    tokens: new UploadTokenStore(database),
    usedIdTokens: new UsedIdTokenStore(database),
    triage: new TriageStore(database),
    waiverEffects: new WaiverEffectStore(),
    waiverEntities: new WaiverEntityStore(database),
    waiverLists: new WaiverListStore(database),
    waiverMatches: new WaiverMatchStore(database),
    waivers: new WaiverStore(database),
  };
}

/** Where deployments and pipeline runs are. */
export type DeliveryStores = ReturnType<typeof createStores>['deliveryStores'];
