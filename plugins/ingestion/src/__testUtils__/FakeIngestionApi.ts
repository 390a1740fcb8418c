import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  ExportFormat,
  Finding,
  FindingActionAnswer,
  FindingActionRequest,
  FindingDetail,
  FindingFacets,
  FindingFlow,
  FindingGroupsQuery,
  FindingsQuery,
  FindingsSummary,
  FindingsTrend,
  IngestionActivity,
  IngestionApi,
  Page,
  ReportReceipt,
  ReportsFilter,
  ReportsQuery,
  Waiver,
  WaiverActionRequest,
  WaiverDetail,
  WaiverPreview,
  WaiverPreviewRequest,
  WaiverRequest,
  WaiversApi,
  WaiversQuery,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  activity,
  facets,
  findingDetail,
  flow,
  groupsOf,
  pageOf,
  summary,
  trend,
  waiverDetail,
  waiverPreview,
} from './fixtures';

/** Answers what a test sets, and keeps what was asked. */
export class FakeIngestionApi implements IngestionApi, WaiversApi {
  summary: FindingsSummary = summary();
  findings: Page<Finding> = pageOf<Finding>([]);
  reports: Page<ReportReceipt> = pageOf<ReportReceipt>([]);
  finding: FindingDetail = findingDetail();
  activity: IngestionActivity = activity();
  flow: FindingFlow = flow();
  facets: FindingFacets = facets();
  trend: FindingsTrend = trend([4, 5, 6]);
  waivers: Page<Waiver> = pageOf<Waiver>([]);
  waiver: WaiverDetail = waiverDetail();
  preview: WaiverPreview = waiverPreview();
  /** What asking for and deciding on waivers fails with. */
  waiverError?: Error;
  /** What every call fails with. */
  error?: Error;
  readonly asked: FindingsQuery[] = [];
  readonly askedGroups: FindingGroupsQuery[] = [];
  readonly exported: { query: FindingsQuery; format: ExportFormat }[] = [];
  readonly askedReports: ReportsQuery[] = [];
  readonly exportedReports: { query: ReportsFilter; format: ExportFormat }[] =
    [];
  readonly done: FindingActionRequest[] = [];
  readonly undone: string[] = [];
  readonly exportedWaivers: { query: WaiversQuery; format: ExportFormat }[] =
    [];
  readonly askedWaivers: WaiversQuery[] = [];
  readonly previewed: WaiverPreviewRequest[] = [];
  readonly requested: WaiverRequest[] = [];
  readonly decided: ({ id: string } & WaiverActionRequest)[] = [];
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
    const { items } = this.findings;
    return this.#answer(
      query.group === undefined
        ? this.findings
        : pageOf(items.filter(item => groupsOf([item])[0].id === query.group)),
    );
  }

  async getFindingGroups(query: FindingGroupsQuery) {
    this.askedGroups.push(query);
    return this.#answer(pageOf(groupsOf(this.findings.items)));
  }

  async getFindingFacets(_query: FindingsQuery) {
    return this.#answer(this.facets);
  }

  async exportFindings(query: FindingsQuery, format: ExportFormat) {
    this.exported.push({ query, format });
    return this.#answer(new Blob(['id']));
  }

  async getTrend(_entityRef: string) {
    return this.#answer(this.trend);
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

  async exportReports(query: ReportsFilter, format: ExportFormat) {
    this.exportedReports.push({ query, format });
    return this.#answer(new Blob(['id']));
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

  async getWaivers(query: WaiversQuery) {
    this.askedWaivers.push(query);
    return this.#answer(this.waivers);
  }

  async exportWaivers(query: WaiversQuery, format: ExportFormat) {
    this.exportedWaivers.push({ query, format });
    return this.#answer(new Blob(['id']));
  }

  async getWaiver(_id: string) {
    return this.#answer(this.waiver);
  }

  async previewWaiver(request: WaiverPreviewRequest) {
    this.previewed.push(request);
    return this.#answer(this.preview);
  }

  async requestWaiver(request: WaiverRequest) {
    this.requested.push(request);
    return this.#decide();
  }

  async actOnWaiver(id: string, request: WaiverActionRequest) {
    this.decided.push({ id, ...request });
    return this.#decide();
  }

  #decide() {
    if (this.waiverError) {
      throw this.waiverError;
    }
    return this.#answer(this.waiver);
  }

  #answer<T>(value: T): T {
    if (this.error) {
      throw this.error;
    }
    return value;
  }
}
