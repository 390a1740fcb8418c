import { ConflictError } from '@backstage/errors';
import { ReportCounts } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { Cadence } from '../coverage/cadence';
import { recordFailure, ScanFailure } from '../coverage/failures';
import { followActivity } from '../coverage/followActivity';
import { updateCoverage } from '../coverage/updateCoverage';
import { ScanDecision } from '../scope/decideScan';
import { DueTable } from '../sla';
import { ArrivalStore } from '../store/ArrivalStore';
import { CoverageStore } from '../store/CoverageStore';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { FindingWriteStore, ScanContext } from '../store/FindingWriteStore';
import { Job, QueueStore } from '../store/QueueStore';
import { ReportOutcome, ReportStore } from '../store/ReportStore';
import { RuleIntelligenceStore } from '../store/RuleIntelligenceStore';
import { ScopeStore, ScopeUpdate } from '../store/ScopeStore';
import { ThreatFileStore } from '../store/ThreatFileStore';
import { InventoryPlan, ScanPlan } from '../worker';
import { FactsService } from './FactsService';
import { InventoryApplier } from './InventoryApplier';
import { StatementFollower } from './StatementFollower';

/** For how long what a scan saw is news. */
const NEWS_MS = 24 * 60 * 60 * 1000;

export interface ReportApplierOptions {
  database: Knex;
  arrivals: ArrivalStore;
  reports: ReportStore;
  queue: QueueStore;
  states: EntityStateStore;
  scopes: ScopeStore;
  coverage: CoverageStore;
  findings: FindingWriteStore;
  inventoryApplier: InventoryApplier;
  follower: StatementFollower;
  ruleIntelligence: RuleIntelligenceStore;
  threatFiles: ThreatFileStore;
  facts: FactsService;
  cadence: Cadence;
}

/** All that one report changes. */
export interface Application {
  job: Job;
  /** With the version that the change makes. */
  state: EntityState;
  decisions: ScanDecision[];
  plans: ScanPlan[];
  inventoryPlans: InventoryPlan[];
  dueTable: DueTable;
  now: number;
  /** What the receipt says, apart from the counts. */
  outcome: ReportOutcome;
}

/** What a report says about its controls when it says nothing else. */
export interface FailedScans {
  /** With the version that the change makes; absent before the first report. */
  state?: EntityState;
  failures: ScanFailure[];
  now: number;
}

/**
 * Writes what a report changes, with its history, coverage, receipt and facts,
 * in one transaction that also ends the job. So a crash at any point leaves
 * either nothing or all of it.
 */
export class ReportApplier {
  readonly #options: ReportApplierOptions;

  constructor(options: ReportApplierOptions) {
    this.#options = options;
  }

  async apply(application: Application): Promise<ReportOutcome> {
    const { database, facts, states } = this.#options;
    const { decisions, job, plans, state } = application;
    return database.transaction(async tx => {
      await states.advance(tx, state);
      const counts = emptyCounts();
      for (const decision of decisions) {
        const plan = plans.find(({ scan }) => scan === decision.scan);
        await this.#applyScan(tx, application, decision, plan, counts);
      }
      await this.#follow(tx, application);
      await this.#followActivity(tx, job.entityRef);
      const outcome = { ...application.outcome, counts };
      await this.finish(tx, job, outcome);
      await facts.publish(tx, job.entityRef, state.observedAt);
      await this.#tellArrivals(tx, application);
      return outcome;
    });
  }

  /** Ends a job of a report that changes no finding. */
  async end(
    job: Job,
    outcome: ReportOutcome,
    failed?: FailedScans,
  ): Promise<void> {
    const { database, facts, states } = this.#options;
    await database.transaction(async tx => {
      if (failed?.state) {
        await states.advance(tx, failed.state);
      }
      for (const failure of failed?.failures ?? []) {
        await this.#fail(tx, job.entityRef, failure);
      }
      await this.finish(tx, job, outcome);
      if (failed?.state && !failed.state.vanished) {
        await facts.publish(tx, job.entityRef, failed.now);
      }
    });
  }

  /** Ends a job in the transaction that writes what its report changes. */
  async finish(
    tx: Knex.Transaction,
    job: Job,
    outcome: ReportOutcome,
  ): Promise<void> {
    const { queue, reports } = this.#options;
    if (!(await queue.finish(tx, job))) {
      throw new ConflictError(
        `Report ${job.reportId} is processed by somebody else`,
      );
    }
    await reports.finish(tx, job.reportId, outcome);
  }

  /** Of old scans, as when history is brought in, nobody is told. */
  async #tellArrivals(
    tx: Knex.Transaction,
    { decisions, job, now, plans }: Application,
  ): Promise<void> {
    const recent = plans.filter(
      ({ scan }) => decisions[scan].at > now - NEWS_MS,
    );
    const critical = recent.reduce(
      (sum, { severe }) => sum + severe.critical,
      0,
    );
    const high = recent.reduce((sum, { severe }) => sum + severe.high, 0);
    if (critical + high > 0) {
      const { entityRef } = job;
      await this.#options.arrivals.add(tx, {
        entityRef,
        at: now,
        critical,
        high,
      });
    }
  }

  /** What VEX documents and suppressions say of what was just written. */
  async #follow(
    tx: Knex.Transaction,
    { decisions, job, now, plans }: Application,
  ): Promise<void> {
    const changed = plans.filter(hasChanges);
    if (changed.length === 0) {
      return;
    }
    const touched = changed.flatMap(plan => [
      ...(decisions[plan.scan].header.suppressed > 0 ? plan.createdRows : []),
      ...plan.updatedRows,
    ]);
    await this.#options.follower.follow(tx, {
      entityRef: job.entityRef,
      at: Math.max(...changed.map(({ scan }) => decisions[scan].at)),
      now,
      reportId: job.reportId,
      touched: touched.map(rows => ({ kind: 'written', rows })),
    });
  }

  async #applyScan(
    tx: Knex.Transaction,
    application: Application,
    decision: ScanDecision,
    plan: ScanPlan | undefined,
    counts: ReportCounts,
  ): Promise<void> {
    counts.reported += decision.header.reported;
    counts.suppressed += decision.header.suppressed;
    await this.#applyInventory(tx, application, decision, counts);
    const { job } = application;
    if (decision.action === 'ignore') {
      await this.#fail(tx, job.entityRef, toFailure(job, decision));
      return;
    }
    const update = toScopeUpdate(application, decision);
    const { scopes } = this.#options;
    let scopeId = decision.known?.id;
    if (scopeId === undefined) {
      scopeId = await scopes.insert(tx, job.entityRef, decision.key, update);
    } else {
      await scopes.update(tx, scopeId, update);
    }
    if (plan) {
      await this.#write(tx, application, decision, plan, scopeId, counts);
    } else {
      counts.unchanged += decision.header.reported;
    }
    await this.#cover(tx, job, decision);
    await this.#fail(tx, job.entityRef, toFailure(job, decision));
  }

  async #applyInventory(
    tx: Knex.Transaction,
    { inventoryPlans, job, now }: Application,
    decision: ScanDecision,
    counts: ReportCounts,
  ): Promise<void> {
    const { inventory } = decision.header;
    if (inventory) {
      counts.components = (counts.components ?? 0) + inventory.count;
    }
    await this.#options.inventoryApplier.apply(
      tx,
      { entityRef: job.entityRef, reportId: job.reportId, now },
      decision,
      inventoryPlans.find(({ scan }) => scan === decision.scan),
    );
  }

  async #write(
    tx: Knex.Transaction,
    application: Application,
    decision: ScanDecision,
    plan: ScanPlan,
    scopeId: number,
    counts: ReportCounts,
  ): Promise<void> {
    const { findings } = this.#options;
    const { dueTable, job, now } = application;
    const scan: ScanContext = {
      entityRef: job.entityRef,
      reportId: job.reportId,
      scopeId,
      tool: decision.key.tool,
      commit: decision.commit,
      at: decision.at,
      table: dueTable,
      now,
      withRisk: plan.aboutVulnerabilities,
    };
    for (const rows of plan.ruleRows) {
      await findings.insertRules(tx, rows);
    }
    for (const rows of plan.tokenRows) {
      await findings.insertTokens(tx, rows);
    }
    if (plan.aboutVulnerabilities) {
      await this.#informRules(tx, plan);
    }
    for (const [index, rows] of plan.createdRows.entries()) {
      if (decision.header.suppressed > 0) {
        await findings.insertSuppressionEvents(tx, scan, rows);
      }
      await findings.insertFindings(tx, scan, rows);
      await findings.insertPresences(tx, scan, plan.createdIds[index]);
    }
    for (const rows of plan.updatedRows) {
      await findings.insertUpdateEvents(tx, scan, rows);
      if (decision.header.suppressed > 0) {
        await findings.insertSuppressionEvents(tx, scan, rows);
      }
      await findings.updateFindings(tx, scan, rows);
      await findings.revokeDismissals(tx, scan, rows);
    }
    for (const rows of plan.openedRows) {
      await findings.openFindings(tx, scan, rows);
    }
    for (const rows of plan.reopenedRows) {
      await findings.reopenFindings(tx, scan, rows);
    }
    for (const rows of plan.restatedRows) {
      await findings.restateFindings(tx, rows);
    }
    for (const ids of plan.appearedIds) {
      await findings.insertPresences(tx, scan, ids);
    }
    counts.resolved += await this.#takeAway(tx, scan, decision, plan);
    counts.new += plan.created + plan.opened;
    counts.reopened += plan.reopened;
    counts.updated += plan.updated;
    counts.unchanged += plan.unchanged;
  }

  /** What EPSS, KEV and SSVC say, before due dates are computed from it. */
  async #informRules(tx: Knex.Transaction, plan: ScanPlan): Promise<void> {
    const { ruleIntelligence, threatFiles } = this.#options;
    const generations = await threatFiles.lock(tx, 'shared');
    for (const rows of plan.ruleRows) {
      await ruleIntelligence.insert(tx, rows, generations);
    }
  }

  async #takeAway(
    tx: Knex.Transaction,
    scan: ScanContext,
    decision: ScanDecision,
    plan: ScanPlan,
  ): Promise<number> {
    const { findings } = this.#options;
    const scope = {
      id: scan.scopeId,
      lastSeenAt: decision.known?.lastCompleteAt ?? 0,
    };
    let gone = 0;
    for (const ids of plan.absentIds) {
      await findings.markAbsent(tx, scope, ids);
      await findings.forgetDigests(tx, ids);
      const resolved = await findings.resolveFindings(tx, scan, ids);
      gone += decision.counted ? resolved : ids.count;
    }
    return gone;
  }

  async #fail(
    tx: Knex.Transaction,
    entityRef: string,
    failure: ScanFailure,
  ): Promise<void> {
    if (failure.controlTypes.length === 0) {
      return;
    }
    const { coverage } = this.#options;
    const known = await coverage.list(tx, entityRef);
    await coverage.put(tx, entityRef, recordFailure(known, failure));
  }

  /** What one control shows of the code says something about the others. */
  async #followActivity(
    tx: Knex.Transaction,
    entityRef: string,
  ): Promise<void> {
    const { cadence, coverage, scopes } = this.#options;
    const changed = followActivity(
      await coverage.list(tx, entityRef),
      await scopes.listCommits(tx, entityRef),
      cadence,
    );
    await coverage.put(tx, entityRef, changed);
  }

  async #cover(
    tx: Knex.Transaction,
    job: Job,
    decision: ScanDecision,
  ): Promise<void> {
    const { cadence, coverage } = this.#options;
    if (!decision.counted) {
      return;
    }
    const known = await coverage.list(tx, job.entityRef);
    await coverage.put(
      tx,
      job.entityRef,
      updateCoverage(
        known,
        {
          controlTypes: decision.header.controlTypes,
          tool: decision.key.tool,
          commit: decision.commit,
          reportId: job.reportId,
          at: decision.at,
          complete: decision.complete,
        },
        cadence,
      ),
    );
  }
}

function hasChanges(plan: ScanPlan): boolean {
  return (
    plan.created > 0 ||
    plan.opened > 0 ||
    plan.reopened > 0 ||
    plan.updated > 0 ||
    plan.absentIds.length > 0
  );
}

/** A scan whose tool says that it failed, as evidence about its controls. */
export function toFailure(job: Job, decision: ScanDecision): ScanFailure {
  return {
    controlTypes: decision.failed,
    tool: decision.key.tool,
    reportId: job.reportId,
    at: decision.at,
  };
}

function emptyCounts(): ReportCounts {
  return {
    reported: 0,
    new: 0,
    unchanged: 0,
    updated: 0,
    reopened: 0,
    resolved: 0,
    suppressed: 0,
  };
}

function toScopeUpdate(
  { job, now }: Application,
  decision: ScanDecision,
): ScopeUpdate {
  return {
    lastScanAt: decision.at,
    lastReportAt: now,
    lastReportId: job.reportId,
    counted: decision.counted,
    commit: decision.commit,
    controlTypes: decision.header.controlTypes,
    ...(decision.complete && {
      complete: {
        at: decision.at,
        digest: decision.header.digest,
        findingCount: decision.header.reported,
      },
    }),
  };
}
