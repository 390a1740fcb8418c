import { Knex } from 'knex';
import { ActivityStore } from './ActivityStore';
import { BodyStore } from './BodyStore';
import { CandidateStore } from './CandidateStore';
import { CoverageMapStore } from './CoverageMapStore';
import { CoverageStore } from './CoverageStore';
import { EntityChangeStore } from './EntityChangeStore';
import { EntityStateStore } from './EntityStateStore';
import { ExpectationStore } from './ExpectationStore';
import { FindingCountStore } from './FindingCountStore';
import { FindingListStore } from './FindingListStore';
import { FindingReadStore } from './FindingReadStore';
import { FindingWriteStore } from './FindingWriteStore';
import { GateStore } from './GateStore';
import { QuarantineStore } from './QuarantineStore';
import { QueueStore } from './QueueStore';
import { RebindStore } from './RebindStore';
import { ReportListStore } from './ReportListStore';
import { ReportStore } from './ReportStore';
import { RetentionStore } from './RetentionStore';
import { ScopeStore } from './ScopeStore';
import { TriageStore } from './TriageStore';
import { UploadTokenStore } from './UploadTokenStore';
import { UsedIdTokenStore } from './UsedIdTokenStore';

/** All stores of one database. */
export function createStores(database: Knex) {
  return {
    activity: new ActivityStore(database),
    bodies: new BodyStore(database),
    candidates: new CandidateStore(database),
    counts: new FindingCountStore(database),
    coverage: new CoverageStore(database),
    coverageMap: new CoverageMapStore(database),
    entityChanges: new EntityChangeStore(),
    expectations: new ExpectationStore(database),
    findingLists: new FindingListStore(database),
    findingReads: new FindingReadStore(database),
    findingWrites: new FindingWriteStore(),
    gate: new GateStore(database),
    quarantined: new QuarantineStore(database),
    queue: new QueueStore(database),
    rebinds: new RebindStore(),
    reportLists: new ReportListStore(database),
    reports: new ReportStore(database),
    retentionRows: new RetentionStore(database),
    scopes: new ScopeStore(database),
    states: new EntityStateStore(database),
    tokens: new UploadTokenStore(database),
    usedIdTokens: new UsedIdTokenStore(database),
    triage: new TriageStore(database),
  };
}
