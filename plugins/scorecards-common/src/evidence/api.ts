import { EvidencePackFormat, SealedEvidencePack } from './types';

/**
 * Evidence packs, for auditors.
 *
 * @public
 */
export interface EvidenceApi {
  /**
   * `GET /evidence/{namespace}/{kind}/{name}?at=` of a component, system or
   * domain.
   *
   * @param at - ISO 8601, not later than now
   */
  getEvidencePack(entityRef: string, at: string): Promise<SealedEvidencePack>;
  /** The same as a file, byte for byte as it was sent. */
  exportEvidencePack(
    entityRef: string,
    at: string,
    format: EvidencePackFormat,
  ): Promise<Blob>;
}
