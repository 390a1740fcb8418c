import { REPORT_SOURCE_PREFIXES } from '@synchrony/backstage-plugin-ingestion-common';
import { GithubWebhookSecret } from '../config/readWebhookConfig';
import { RepositoryEntityStore } from '../store/RepositoryEntityStore';
import { chooseEntity, signsFor } from '../webhooks';
import { RequestError } from './RequestError';

const SUBMITTER = REPORT_SOURCE_PREFIXES.webhook;

/** Under which name receipts keep what a repository sent. */
export function submitterOfRepository(repository: string): string {
  return `${SUBMITTER}${repository.toLowerCase()}`;
}

/** The repository that a submitter is; undefined for any other. */
export function repositoryOfSubmitter(submitter: string): string | undefined {
  return submitter.startsWith(SUBMITTER)
    ? submitter.slice(SUBMITTER.length)
    : undefined;
}

const REFUSALS = {
  'unknown-repository':
    'no entity of the catalog has it in github.com/project-slug; redeliver when one has',
  ambiguous:
    'several entities of the catalog are in it, and nothing says which one this is about; set synchrony.io/repository-path',
  outside:
    'none of its entities in the catalog has the folder that this is about; set synchrony.io/repository-path',
};

export interface GithubRepositoriesOptions {
  secrets: GithubWebhookSecret[];
  repositoryEntities: RepositoryEntityStore;
}

/** Which entities of the catalog repositories on GitHub are. */
export class GithubRepositories {
  readonly #options: GithubRepositoriesOptions;

  constructor(options: GithubRepositoriesOptions) {
    this.#options = options;
  }

  /** Throws an error that says why none is, without naming any. */
  async requireEntity(repository: string, path?: string): Promise<string> {
    const { repositoryEntities } = this.#options;
    const choice = chooseEntity(
      await repositoryEntities.list(repository),
      path,
    );
    if ('refusal' in choice) {
      throw new RequestError(
        422,
        `${repository}: ${REFUSALS[choice.refusal]}`,
        'body.repository.full_name',
      );
    }
    return choice.entityRef;
  }

  /** Whether what a repository sent for an entity may still count. */
  async mayRelease(repository: string, entityRef: string): Promise<boolean> {
    const { repositoryEntities, secrets } = this.#options;
    if (!secrets.some(secret => signsFor(secret, repository))) {
      return false;
    }
    const entities = await repositoryEntities.list(repository);
    return entities.some(entity => entity.entityRef === entityRef);
  }
}
