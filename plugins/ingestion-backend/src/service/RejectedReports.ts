import { ReportFault } from '@synchrony/backstage-plugin-ingestion-common';
import { controlsOf, ScanFailure } from '../coverage/failures';
import { countsFor, shortRef } from '../scope/defaultRef';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { Job } from '../store/QueueStore';
import { ReportStore } from '../store/ReportStore';
import { ScopeStore } from '../store/ScopeStore';
import { ReportApplier } from './ReportApplier';

export interface RejectedReportsOptions {
  reports: ReportStore;
  scopes: ScopeStore;
  states: EntityStateStore;
  applier: ReportApplier;
  clock: () => Date;
}

/**
 * Ends jobs of reports that can't be read: for the control that the report was
 * sent for it is a failed scan.
 */
export class RejectedReports {
  readonly #options: RejectedReportsOptions;

  constructor(options: RejectedReportsOptions) {
    this.#options = options;
  }

  /** Answers the version of the entity where it changes. */
  async end(job: Job, error: ReportFault): Promise<number | undefined> {
    const { applier, clock, states } = this.#options;
    const now = clock().getTime();
    const known = (await states.get([job.entityRef])).get(job.entityRef);
    const failure = known && (await this.#failureOf(job, known));
    const state = failure && { ...known, version: known.version + 1 };
    await applier.end(
      job,
      {
        status: 'rejected',
        applied: false,
        reason: 'rejected',
        processedAt: now,
        error,
      },
      { state, failures: failure ? [failure] : [], now },
    );
    return state?.version;
  }

  async #failureOf(
    job: Job,
    { defaultRef }: EntityState,
  ): Promise<ScanFailure | undefined> {
    const { reports, scopes } = this.#options;
    const report = await reports.get(job.reportId);
    const counts =
      report !== undefined && countsFor(shortRef(report.ref ?? ''), defaultRef);
    const controlTypes = counts
      ? controlsOf(report, await scopes.list(job.entityRef))
      : [];
    return report && controlTypes.length > 0
      ? {
          controlTypes,
          tool: report.tool,
          reportId: report.id,
          at: report.startedAt ?? report.receivedAt,
        }
      : undefined;
  }
}
