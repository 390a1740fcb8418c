import { ExportFormat } from '../findingViews';
import { Page } from '../types';
import {
  Waiver,
  WaiverActionRequest,
  WaiverDetail,
  WaiverPreview,
  WaiverPreviewRequest,
  WaiverRequest,
  WaiversQuery,
} from './types';

/**
 * Asking for, deciding on and reading waivers.
 *
 * @public
 */
export interface WaiversApi {
  /** `GET /waivers`; those that end first come first. */
  getWaivers(query: WaiversQuery): Promise<Page<Waiver>>;
  /** `GET /waivers/export`: all that the query finds, as a file. */
  exportWaivers(query: WaiversQuery, format: ExportFormat): Promise<Blob>;
  /** `GET /waivers/{id}` */
  getWaiver(id: string): Promise<WaiverDetail>;
  /** `POST /waivers/preview`; changes nothing. */
  previewWaiver(request: WaiverPreviewRequest): Promise<WaiverPreview>;
  /** `POST /waivers` */
  requestWaiver(request: WaiverRequest): Promise<WaiverDetail>;
  /**
   * `POST /waivers/{id}/actions`. Answers the waiver after it; to `renew`, the
   * new one.
   */
  actOnWaiver(id: string, request: WaiverActionRequest): Promise<WaiverDetail>;
}
