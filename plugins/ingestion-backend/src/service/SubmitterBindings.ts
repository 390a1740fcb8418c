import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  EntityProjection,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Submitter } from '../config/readIngestionConfig';
import { uploadTokenIdOf } from '../uploadToken';
import { CatalogUsers } from './CatalogUsers';
import {
  GithubRepositories,
  repositoryOfSubmitter,
} from './GithubRepositories';
import { UploadTokenScope } from './UploadTokenScope';

export interface SubmitterBindingsOptions {
  submitters: Submitter[];
  auth: AuthService;
  userInfo: UserInfoService;
  entities: Pick<EntityProjection, 'get'>;
  users: Pick<CatalogUsers, 'claimsOf'>;
  uploadTokens: UploadTokenScope;
  webhooks: Pick<GithubRepositories, 'mayRelease'>;
}

/** Which entities a submitter may write: a token what it is bound to, people what they own. */
export class SubmitterBindings {
  readonly #options: SubmitterBindingsOptions;

  constructor(options: SubmitterBindingsOptions) {
    this.#options = options;
  }

  /** Under which name receipts keep the submitter. */
  nameOf(credentials: BackstageCredentials): string {
    const { auth } = this.#options;
    if (auth.isPrincipal(credentials, 'service')) {
      return credentials.principal.subject;
    }
    if (auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef;
    }
    throw new NotAllowedError('Only people and services send reports');
  }

  /** Throws `NotAllowedError` that names what is allowed. */
  async require(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<void> {
    await this.requireAll(credentials, [entityRef]);
  }

  /** The same for several entities. */
  async requireAll(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<void> {
    if (this.#options.auth.isPrincipal(credentials, 'user')) {
      await this.#requireOwnership(credentials, entityRefs);
      return;
    }
    const subject = this.nameOf(credentials);
    const tokenId = uploadTokenIdOf(subject);
    if (tokenId !== undefined) {
      await this.#options.uploadTokens.requireAll(tokenId, entityRefs);
      return;
    }
    for (const entityRef of entityRefs) {
      this.#requireBinding(subject, entityRef);
    }
  }

  #requireBinding(subject: string, entityRef: string): void {
    if (!this.#isBound(subject, entityRef)) {
      const allowed = this.#patternsOf(subject);
      throw new NotAllowedError(
        allowed.length > 0
          ? `${subject} may send reports for ${allowed.join(', ')}, not for ${entityRef}`
          : `${subject} may not send reports for any entity: ingestion.submitters does not name it`,
      );
    }
  }

  /** Whether what was sent for an entity before it existed may count now. */
  async mayRelease(submitter: string, entityRef: string): Promise<boolean> {
    const tokenId = uploadTokenIdOf(submitter);
    if (tokenId !== undefined) {
      return this.#options.uploadTokens.mayRelease(tokenId, entityRef);
    }
    const repository = repositoryOfSubmitter(submitter);
    if (repository !== undefined) {
      return this.#options.webhooks.mayRelease(repository, entityRef);
    }
    return submitter.startsWith('user:')
      ? this.#stillOwns(submitter, entityRef)
      : this.#isBound(submitter, entityRef);
  }

  /** By what the catalog says: the person is not there to be asked. */
  async #stillOwns(userRef: string, entityRef: string): Promise<boolean> {
    const { auth, entities, users } = this.#options;
    const owner = (await entities.get([entityRef])).get(entityRef)?.ownerRef;
    if (owner === undefined) {
      return false;
    }
    const claims = await users.claimsOf(
      await auth.getOwnServiceCredentials(),
      userRef,
    );
    return claims.includes(owner);
  }

  #isBound(subject: string, entityRef: string): boolean {
    return this.#patternsOf(subject).some(pattern =>
      pattern.endsWith('*')
        ? entityRef.startsWith(pattern.slice(0, -1))
        : entityRef === pattern,
    );
  }

  #patternsOf(subject: string): string[] {
    return this.#options.submitters
      .filter(submitter => submitter.subject === subject)
      .flatMap(submitter => submitter.entities);
  }

  async #requireOwnership(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<void> {
    const { entities, userInfo } = this.#options;
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const owners = new Set(ownershipEntityRefs.map(normalizeEntityRef));
    const found = await entities.get(entityRefs);
    for (const entityRef of entityRefs) {
      const owner = found.get(entityRef)?.ownerRef;
      if (owner === undefined || !owners.has(owner)) {
        throw new NotAllowedError(
          `You may send reports for entities that you or your groups own, and ${entityRef} is none of them`,
        );
      }
    }
  }
}
