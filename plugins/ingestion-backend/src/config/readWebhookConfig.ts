import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A secret of GitHub's webhooks, and whose deliveries it signs. */
export interface GithubWebhookSecret {
  secret: string;
  /** Organisation or user, lower-cased: all of its repositories. */
  owner?: string;
  /** `owner/name`, lower-cased. */
  repositories: string[];
}

const SHORTEST_SECRET = 16;

/** What is unclear stops the start: a secret for everything is a mistake. */
export function readWebhookConfig(configs: Config[]): GithubWebhookSecret[] {
  return configs.map((config, index) => {
    const where = `ingestion.webhooks.github[${index}]`;
    const secret = config.getString('secret');
    if (secret.length < SHORTEST_SECRET) {
      throw new InputError(
        `${where}.secret must have at least ${SHORTEST_SECRET} characters`,
      );
    }
    const owner = config.getOptionalString('owner')?.toLowerCase();
    const repositories = (
      config.getOptionalStringArray('repositories') ?? []
    ).map(name => name.toLowerCase());
    if (!owner && repositories.length === 0) {
      throw new InputError(`${where} must name an owner or repositories`);
    }
    const odd = repositories.find(name => !/^[^/\s]+\/[^/\s]+$/.test(name));
    if (odd !== undefined) {
      throw new InputError(
        `${where}.repositories must be like owner/name, not ${odd}`,
      );
    }
    return { secret, owner, repositories };
  });
}
