import {
  ExportFormat,
  FindingFacets,
  FindingGroup,
  FindingGroupsQuery,
  FindingsTrend,
} from './findingViews';
import {
  Finding,
  FindingActionAnswer,
  FindingActionRequest,
  FindingDetail,
  FindingsQuery,
  FindingsSummary,
  IngestionActivity,
  Page,
  ReportReceipt,
} from './types';
import { FindingFlow } from './flow';
import { ReportsFilter, ReportsQuery } from './reportLists';
import {
  Deployment,
  DeploymentsQuery,
  PipelineRun,
  PipelineRunsQuery,
} from './deliveries';
import {
  MintedUploadToken,
  UploadToken,
  UploadTokenRequest,
  UploadTokensQuery,
} from './uploadTokens';

/**
 * Reading and triage of findings, for the front end and other clients.
 *
 * @public
 */
export interface IngestionApi {
  /** `GET /findings` */
  getFindings(query: FindingsQuery): Promise<Page<Finding>>;
  /** `GET /findings/groups` */
  getFindingGroups(query: FindingGroupsQuery): Promise<Page<FindingGroup>>;
  /** `GET /findings/facets` */
  getFindingFacets(query: FindingsQuery): Promise<FindingFacets>;
  /** `GET /findings/export`: all that the query finds, as a file. */
  exportFindings(query: FindingsQuery, format: ExportFormat): Promise<Blob>;
  /** `GET /entities/{namespace}/{kind}/{name}/trend` */
  getTrend(entityRef: string): Promise<FindingsTrend>;
  /** `GET /findings/{id}` */
  getFinding(id: string): Promise<FindingDetail>;
  /** `GET /entities/{namespace}/{kind}/{name}/summary` */
  getSummary(entityRef: string): Promise<FindingsSummary>;
  /** `GET /entities/{namespace}/{kind}/{name}/flow`, of the last 90 days */
  getFlow(entityRef: string): Promise<FindingFlow>;
  /** `GET /reports` */
  getReports(query: ReportsQuery): Promise<Page<ReportReceipt>>;
  /** `GET /reports/export`: all that the filter leaves, as a file. */
  exportReports(filter: ReportsFilter, format: ExportFormat): Promise<Blob>;
  /** `GET /activity` */
  getActivity(): Promise<IngestionActivity>;
  /** `GET /reports/{reportId}` */
  getReport(reportId: string): Promise<ReportReceipt>;
  /** `POST /findings/actions` */
  triageFindings(request: FindingActionRequest): Promise<FindingActionAnswer>;
  /** `POST /findings/actions/{actionId}/undo` */
  undoFindingAction(actionId: string): Promise<FindingActionAnswer>;
}

/**
 * Reading of what was deployed, and of pipeline runs.
 *
 * @public
 */
export interface DeliveriesApi {
  /** `GET /deployments`, the last finished first. */
  getDeployments(query: DeploymentsQuery): Promise<Page<Deployment>>;
  /** `GET /pipeline-runs`, the last finished first. */
  getPipelineRuns(query: PipelineRunsQuery): Promise<Page<PipelineRun>>;
}

/**
 * How people manage upload tokens.
 *
 * @public
 */
export interface UploadTokensApi {
  /** `GET /upload-tokens` */
  getUploadTokens(query: UploadTokensQuery): Promise<Page<UploadToken>>;
  /** `POST /upload-tokens`; the answer shows the token this once. */
  mintUploadToken(request: UploadTokenRequest): Promise<MintedUploadToken>;
  /** `POST /upload-tokens/{id}/rotate`; the old token works for 24 hours more. */
  rotateUploadToken(id: string): Promise<MintedUploadToken>;
  /** `DELETE /upload-tokens/{id}`; at once. */
  revokeUploadToken(id: string): Promise<void>;
}

/**
 * The signal channel on which ingestion says that something changed.
 *
 * @public
 */
export const INGESTION_SIGNAL_CHANNEL = 'ingestion';

/** Message on {@link INGESTION_SIGNAL_CHANNEL}: a ref and a version, nothing else. @public */
export type IngestionSignal = {
  entityRef: string;
  /** Grows with every change of the entity. */
  version: number;
};
