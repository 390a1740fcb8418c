import {
  Finding,
  FindingActionAnswer,
  FindingActionRequest,
  FindingDetail,
  FindingsQuery,
  FindingsSummary,
  Page,
  ReportReceipt,
  ReportsQuery,
} from './types';

/**
 * Reading and triage of findings, for the front end and other clients.
 *
 * @public
 */
export interface IngestionApi {
  /** `GET /findings` */
  getFindings(query: FindingsQuery): Promise<Page<Finding>>;
  /** `GET /findings/{id}` */
  getFinding(id: string): Promise<FindingDetail>;
  /** `GET /entities/{namespace}/{kind}/{name}/summary` */
  getSummary(entityRef: string): Promise<FindingsSummary>;
  /** `GET /reports` */
  getReports(query: ReportsQuery): Promise<Page<ReportReceipt>>;
  /** `GET /reports/{reportId}` */
  getReport(reportId: string): Promise<ReportReceipt>;
  /** `POST /findings/actions` */
  triageFindings(request: FindingActionRequest): Promise<FindingActionAnswer>;
  /** `POST /findings/actions/{actionId}/undo` */
  undoFindingAction(actionId: string): Promise<FindingActionAnswer>;
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
