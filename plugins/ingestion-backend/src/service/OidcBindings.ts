import { NotAllowedError } from '@backstage/errors';
import { EntityProjection } from '@synchrony/backstage-plugin-scorecards-node';
import { bindingsOf, isSourceOf, OidcIssuer, PipelineIdentity } from '../oidc';

const SOURCE_LOCATION = 'backstage.io/source-location';

export interface OidcBindingsOptions {
  issuers: OidcIssuer[];
  entities: Pick<EntityProjection, 'get'>;
}

/** Which entities a pipeline may write. */
export class OidcBindings {
  readonly #options: OidcBindingsOptions;

  constructor(options: OidcBindingsOptions) {
    this.#options = options;
  }

  async allows(
    identity: PipelineIdentity,
    entityRef: string,
  ): Promise<boolean> {
    const bindings = bindingsOf(this.#options.issuers, identity);
    return (
      bindings.some(({ entities }) => entities.includes(entityRef)) ||
      (bindings.some(({ fromCatalog }) => fromCatalog) &&
        (await this.#isSource(identity, entityRef)))
    );
  }

  /** Throws `NotAllowedError` that names what is allowed. */
  async require(identity: PipelineIdentity, entityRef: string): Promise<void> {
    if (await this.allows(identity, entityRef)) {
      return;
    }
    const bindings = bindingsOf(this.#options.issuers, identity);
    const allowed = bindings.flatMap(({ entities }) => entities);
    if (bindings.some(({ fromCatalog }) => fromCatalog)) {
      allowed.push('entities whose source location is that repository');
    }
    const name = `${identity.owner}/${identity.repository}`;
    throw new NotAllowedError(
      allowed.length > 0
        ? `Pipelines of ${name} may send reports for ${allowed.join(', ')}, not for ${entityRef}`
        : `Pipelines of ${name} on ${identity.ref ?? 'this ref'} may not send reports for any entity: no binding of ingestion.oidc fits`,
    );
  }

  async #isSource(
    identity: PipelineIdentity,
    entityRef: string,
  ): Promise<boolean> {
    const { entities, issuers } = this.#options;
    const issuer = issuers.find(({ issuer: name }) => name === identity.issuer);
    const entity = (await entities.get([entityRef])).get(entityRef);
    return (
      issuer !== undefined &&
      isSourceOf(entity?.annotations[SOURCE_LOCATION], issuer, identity)
    );
  }
}
