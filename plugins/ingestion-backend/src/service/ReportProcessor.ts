import { NotFoundError } from '@backstage/errors';
import {
  EntityProjection,
  EntityRow,
} from '@synchrony/backstage-plugin-scorecards-node';
import { ParsedStatements } from '@synchrony/report-parsers';
import { decideScan, isApplied, ScanDecision } from '../scope/decideScan';
import { defaultRefOf } from '../scope/defaultRef';
import { DueTables, slaClassOf } from '../sla';
import { CandidateStore } from '../store/CandidateStore';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { InventoryStore, StoredInventory } from '../store/InventoryStore';
import { Job } from '../store/QueueStore';
import { ReportOutcome, ReportStore, StoredReport } from '../store/ReportStore';
import { ScopeStore, StoredScope } from '../store/ScopeStore';
import {
  InventoryPlan,
  ParsedHeader,
  ScanPlan,
  WorkerPool,
  WorkerSession,
} from '../worker';
import { Application, ReportApplier, toFailure } from './ReportApplier';
import { RecentBodies } from './RecentBodies';
import { assertNotInFuture } from './scanTime';
import { summarise } from './summarise';
import { UnchangedScans } from './UnchangedScans';
import { VexApplier } from './VexApplier';

export interface ReportProcessorOptions {
  reports: ReportStore;
  bodies: RecentBodies;
  scopes: ScopeStore;
  inventories: InventoryStore;
  states: EntityStateStore;
  candidates: CandidateStore;
  applier: ReportApplier;
  vex: VexApplier;
  unchangedScans: UnchangedScans;
  workers: WorkerPool;
  entities: Pick<EntityProjection, 'get'>;
  defaultRef: string;
  dueTables: DueTables;
  clock: () => Date;
}

/** What a job came to: its receipt is final, or it waits for its entity. */
export type Processed =
  | { kind: 'final'; outcome: ReportOutcome; version?: number }
  | { kind: 'unknown-entity' };

/** An entity as a report finds it. */
interface Target {
  report: StoredReport;
  entity: EntityRow;
  state: EntityState | undefined;
  scopes: StoredScope[];
  inventories: StoredInventory[];
  defaultRef: string;
}

/** Works off one report: parse, decide, compare, apply. */
export class ReportProcessor {
  readonly #options: ReportProcessorOptions;

  constructor(options: ReportProcessorOptions) {
    this.#options = options;
  }

  async process(job: Job): Promise<Processed> {
    const { entities, inventories, reports, scopes, states } = this.#options;
    const report = await reports.get(job.reportId);
    if (!report) {
      throw new NotFoundError(`There is no report ${job.reportId}`);
    }
    const found = await entities.get([report.entityRef]);
    const entity = found.get(report.entityRef);
    if (!entity) {
      return { kind: 'unknown-entity' };
    }
    const state = (await states.get([report.entityRef])).get(report.entityRef);
    const target: Target = {
      report,
      entity,
      state,
      scopes: await scopes.list(report.entityRef),
      inventories: await inventories.list(report.entityRef),
      defaultRef: defaultRefOf(entity.annotations, this.#options.defaultRef),
    };
    const repeated = await this.#options.unchangedScans.recognise(target);
    return repeated
      ? this.#apply(job, target, repeated.header, repeated.decisions, {
          plans: [],
          inventoryPlans: [],
        })
      : this.#options.workers.use(session => this.#read(job, target, session));
  }

  async #read(
    job: Job,
    target: Target,
    session: WorkerSession,
  ): Promise<Processed> {
    const { report } = target;
    session.begin({
      format: report.format,
      emptyMeansClean: report.emptyMeansClean,
      tool: report.tool,
      category: report.category,
    });
    for await (const bytes of this.#options.bodies.take(report.id)) {
      session.write(bytes);
    }
    const header = await session.parse();
    if (header.statements) {
      return this.#state(job, target, header, header.statements);
    }
    const decisions = header.scans.map((scan, index) =>
      decideScan(
        index,
        scan,
        report,
        target.scopes,
        target.defaultRef,
        target.inventories,
      ),
    );
    for (const decision of decisions) {
      assertNotInFuture(decision.at, report.receivedAt);
    }
    return this.#apply(job, target, header, decisions, {
      plans: await this.#compare(target, decisions, session),
      inventoryPlans: await this.#listComponents(decisions, session),
    });
  }

  async #listComponents(
    decisions: ScanDecision[],
    session: WorkerSession,
  ): Promise<InventoryPlan[]> {
    const changed = decisions.filter(({ inventory }) =>
      ['add', 'replace'].includes(inventory?.action ?? ''),
    );
    return changed.length === 0
      ? []
      : session.listComponents(
          this.#options.candidates.engine,
          changed.map(({ scan }) => scan),
        );
  }

  async #state(
    job: Job,
    target: Target,
    header: ParsedHeader,
    statements: ParsedStatements,
  ): Promise<Processed> {
    const applied = await this.#options.vex.apply({
      ...target,
      job,
      format: header.format,
      tool: header.scans[0].tool,
      statements,
    });
    return { kind: 'final', ...applied };
  }

  async #compare(
    { report, scopes }: Target,
    decisions: ScanDecision[],
    session: WorkerSession,
  ): Promise<ScanPlan[]> {
    const compared = decisions.filter(({ action }) => action === 'compare');
    if (compared.length === 0) {
      return [];
    }
    const candidates = await this.#options.candidates.read(
      report.entityRef,
      [...new Set(compared.flatMap(({ header }) => header.types))],
      compared.flatMap(({ known }) => known?.id ?? []),
    );
    return session.reconcile(
      this.#options.candidates.engine,
      candidates,
      compared.map(decision => ({
        scan: decision.scan,
        scope: decision.known?.id ?? -1 - decision.scan,
        counted: decision.counted,
        complete: decision.complete,
        baseScopes: scopes
          .filter(
            scope =>
              scope.counted &&
              scope.tool === decision.key.tool &&
              scope.category === decision.key.category,
          )
          .map(scope => scope.id),
      })),
    );
  }

  async #apply(
    job: Job,
    target: Target,
    header: ParsedHeader,
    decisions: ScanDecision[],
    changes: Pick<Application, 'plans' | 'inventoryPlans'>,
  ): Promise<Processed> {
    const now = this.#options.clock().getTime();
    const outcome = summarise(header, decisions, now);
    const { applier } = this.#options;
    if (!outcome.applied) {
      const failures = decisions
        .filter(({ failed }) => failed.length > 0)
        .map(decision => toFailure(job, decision));
      const known = failures.length > 0 ? target.state : undefined;
      const next = known && { ...known, version: known.version + 1 };
      await applier.end(job, outcome, { state: next, failures, now });
      return { kind: 'final', outcome, version: next?.version };
    }
    const state = this.#nextState(target, decisions, now);
    const application: Application = {
      job,
      state,
      decisions,
      ...changes,
      dueTable: this.#options.dueTables.of(state.slaClass),
      now,
      outcome,
    };
    return {
      kind: 'final',
      outcome: await applier.apply(application),
      version: state.version,
    };
  }

  #nextState(
    { defaultRef, entity, report, state }: Target,
    decisions: ScanDecision[],
    now: number,
  ): EntityState {
    const applied = decisions.filter(isApplied);
    const newest = Math.max(...applied.map(({ at }) => at));
    const slaClass = state?.slaClass ?? slaClassOf(entity.annotations);
    return {
      entityRef: report.entityRef,
      version: (state?.version ?? 0) + 1,
      defaultRef: state?.defaultRef ?? defaultRef,
      slaClass,
      dueKey: state?.dueKey ?? this.#options.dueTables.of(slaClass).key,
      observedAt: Math.min(Math.max(state?.observedAt ?? 0, newest), now),
      vanished: false,
      sourceLocation: entity.annotations['backstage.io/source-location'],
    };
  }
}
