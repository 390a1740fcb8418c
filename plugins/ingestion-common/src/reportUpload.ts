import { ReportStatus } from './types';

/** What a person says of a report that they send. @public */
export interface ReportUpload {
  entityRef: string;
  /** The tool's name, where the report does not say it well. */
  tool?: string;
  /** What tells scans of one tool apart. */
  category?: string;
  /** Branch or tag; without one it counts as the default branch. */
  ref?: string;
}

/** The answer to a report that was taken in; nothing of it is read yet. @public */
export interface AcceptedReport {
  reportId: string;
  status: ReportStatus;
  links: { self: string };
}

/** Sends reports as the person that is signed in. @public */
export interface ReportUploadApi {
  /** `POST /reports`; fails with a `ResponseError` that says what is wrong, and where. */
  uploadReport(upload: ReportUpload, file: Blob): Promise<AcceptedReport>;
}
