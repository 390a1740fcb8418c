import { NotAllowedError } from '@backstage/errors';
import { UploadTokenStore } from '../store/UploadTokenStore';

export interface UploadTokenScopeOptions {
  tokens: UploadTokenStore;
}

/** Which entities an upload token may write. */
export class UploadTokenScope {
  readonly #options: UploadTokenScopeOptions;

  constructor(options: UploadTokenScopeOptions) {
    this.#options = options;
  }

  /** Throws `NotAllowedError` that names what is allowed. */
  async require(tokenId: string, entityRef: string): Promise<void> {
    const token = await this.#options.tokens.get(tokenId);
    const allowed = token?.entityRefs ?? [];
    if (!allowed.includes(entityRef)) {
      throw new NotAllowedError(
        `This upload token may send reports for ${allowed.join(', ')}, not for ${entityRef}`,
      );
    }
  }

  /**
   * What a token sent while it was valid counts also after it expired; what a
   * revoked one sent does not.
   */
  async mayRelease(tokenId: string, entityRef: string): Promise<boolean> {
    const token = await this.#options.tokens.get(tokenId);
    return (
      token !== undefined &&
      token.revokedAt === undefined &&
      token.entityRefs.includes(entityRef)
    );
  }
}
