import { NotAllowedError } from '@backstage/errors';
import { PipelineIdentity } from '../oidc';
import { UploadTokenStore } from '../store/UploadTokenStore';
import { OidcBindings } from './OidcBindings';

export interface UploadTokenScopeOptions {
  tokens: Pick<UploadTokenStore, 'get'>;
  oidcBindings: Pick<OidcBindings, 'allows'>;
}

/** Which entities an upload token may write. */
export class UploadTokenScope {
  readonly #options: UploadTokenScopeOptions;

  constructor(options: UploadTokenScopeOptions) {
    this.#options = options;
  }

  /** Throws `NotAllowedError` that names what is allowed. */
  async requireAll(tokenId: string, entityRefs: string[]): Promise<void> {
    const token = await this.#options.tokens.get(tokenId);
    const allowed = token?.entityRefs ?? [];
    const other = entityRefs.find(entityRef => !allowed.includes(entityRef));
    if (other !== undefined) {
      throw new NotAllowedError(
        `This upload token may send reports for ${allowed.join(', ')}, not for ${other}`,
      );
    }
  }

  /**
   * What a token sent while it was valid counts also after it expired; what a
   * revoked one sent does not. A pipeline must still be bound to the entity.
   */
  async mayRelease(tokenId: string, entityRef: string): Promise<boolean> {
    const { oidcBindings, tokens } = this.#options;
    const token = await tokens.get(tokenId);
    if (
      !token ||
      token.revokedAt !== undefined ||
      !token.entityRefs.includes(entityRef)
    ) {
      return false;
    }
    if (token.origin === undefined) {
      return true;
    }
    const identity: PipelineIdentity = JSON.parse(token.origin);
    return oidcBindings.allows(identity, entityRef);
  }
}
