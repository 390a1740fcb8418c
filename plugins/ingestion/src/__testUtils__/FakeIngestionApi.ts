import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  Finding,
  FindingActionAnswer,
  FindingActionRequest,
  FindingDetail,
  FindingFlow,
  FindingsQuery,
  FindingsSummary,
  IngestionActivity,
  IngestionApi,
  Page,
  ReportReceipt,
  ReportsQuery,
} from '@synchrony/backstage-plugin-ingestion-common';
import { activity, findingDetail, flow, pageOf, summary } from './fixtures';

/** Answers what a test sets, and keeps what was asked. */
export class FakeIngestionApi implements IngestionApi {
  summary: FindingsSummary = summary();
  findings: Page<Finding> = pageOf<Finding>([]);
  reports: Page<ReportReceipt> = pageOf<ReportReceipt>([]);
  finding: FindingDetail = findingDetail();
  activity: IngestionActivity = activity();
  flow: FindingFlow = flow();
  /** What every call fails with. */
  error?: Error;
  readonly asked: FindingsQuery[] = [];
  readonly askedReports: ReportsQuery[] = [];
  readonly done: FindingActionRequest[] = [];
  readonly undone: string[] = [];
  /** What becomes of an action. */
  outcome = (
    request: FindingActionRequest,
  ): Omit<FindingActionAnswer, 'actionId'> => ({
    undoUntil: new Date(Date.now() + 10_000).toISOString(),
    results: request.ids.map(id => ({ id, outcome: 'done' })),
  });

  static forbidden() {
    const api = new FakeIngestionApi();
    api.error = new NotAllowedError('not yours');
    return api;
  }

  async getFindings(query: FindingsQuery) {
    this.asked.push(query);
    return this.#answer(this.findings);
  }

  async getFinding(_id: string) {
    return this.#answer(this.finding);
  }

  async getSummary(_entityRef: string) {
    return this.#answer(this.summary);
  }

  async getFlow(_entityRef: string) {
    return this.#answer(this.flow);
  }

  async getActivity() {
    return this.#answer(this.activity);
  }

  async getReports(query: ReportsQuery) {
    this.askedReports.push(query);
    return this.#answer(this.reports);
  }

  async getReport(reportId: string) {
    const found = this.reports.items.find(r => r.reportId === reportId);
    if (!found) {
      throw new NotFoundError(`No report ${reportId}`);
    }
    return this.#answer(found);
  }

  async triageFindings(request: FindingActionRequest) {
    this.done.push(request);
    return this.#answer({ actionId: 'a1', ...this.outcome(request) });
  }

  async undoFindingAction(actionId: string) {
    this.undone.push(actionId);
    return this.#answer<FindingActionAnswer>({
      actionId,
      results: [{ id: 'f1', outcome: 'done' }],
    });
  }

  #answer<T>(value: T): T {
    if (this.error) {
      throw this.error;
    }
    return value;
  }
}
