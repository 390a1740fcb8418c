import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  MaturityModelInfo,
  MaturityReport,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CatalogVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { MaturityModel } from '../maturity/readMaturityModels';
import { HierarchyStore } from '../store/HierarchyStore';
import { MaturityStore } from '../store/MaturityStore';
import { RollupStore } from '../store/RollupStore';
import { Ruleset } from './Evaluator';
import { scopeRefOf } from './scopeRefOf';
import { ScorecardsService } from './ScorecardsService';
import { seenScores } from './seenScores';

export interface MaturityServiceOptions {
  scorecards: ScorecardsService;
  catalog: CatalogVisibility;
  store: RollupStore;
  hierarchy: HierarchyStore;
  counts: MaturityStore;
  models: MaturityModel[];
  ruleset: () => Ruleset;
  clock: () => Date;
}

function infoOf({ id, title, url, version }: MaturityModel): MaturityModelInfo {
  return { id, title, version, url };
}

/** What evidence supports of maturity models, of entities that a caller may see. */
export class MaturityService {
  readonly #options: MaturityServiceOptions;

  constructor(options: MaturityServiceOptions) {
    this.#options = options;
  }

  async models(
    credentials: BackstageCredentials,
  ): Promise<MaturityModelInfo[]> {
    await this.#options.scorecards.requireScores(credentials);
    return this.#options.models.map(infoOf);
  }

  /** @throws NotFoundError for a model or a scope that there is not */
  async report(
    credentials: BackstageCredentials,
    modelId: string,
    query: { scorecard: string; within?: string },
  ): Promise<MaturityReport> {
    const { clock, counts, hierarchy, models, scorecards } = this.#options;
    const { scorecard, within } = query;
    await scorecards.requireScores(credentials);
    const model = models.find(({ id }) => id === modelId);
    if (!model) {
      throw new NotFoundError(
        `No maturity model ${modelId}; there are ${models.map(({ id }) => id).join(', ')}`,
      );
    }
    const scope = within === undefined ? undefined : scopeRefOf(within);
    const seen = await seenScores(
      this.#options,
      credentials,
      {
        scorecard,
        members:
          scope === undefined ? undefined : await hierarchy.members(scope),
      },
      scope ? [scope] : [],
    );
    if (scope && (!(await hierarchy.node(scope)) || !seen.isSeen(scope))) {
      throw new NotFoundError(`No entity ${scope}`);
    }
    const found = new Map(
      (
        await counts.count(
          seen.filter,
          model.activities.flatMap(({ checks, id }) =>
            checks.map(checkId => ({ activity: id, checkId })),
          ),
        )
      ).map(count => [count.activity, count]),
    );
    const titles = this.#titles();
    return {
      model: infoOf(model),
      activities: model.activities.map(({ checks, ...activity }) => ({
        ...activity,
        checks: checks.map(id => ({ id, title: titles.get(id) })),
        applicable: found.get(activity.id)?.applicable ?? 0,
        supported: found.get(activity.id)?.supported ?? 0,
      })),
      ...(seen.isLowerBound && { totalIsLowerBound: true }),
      asOf: clock().toISOString(),
    };
  }

  #titles(): Map<string, string> {
    return new Map(
      this.#options
        .ruleset()
        .scorecards.flatMap(({ checks }) =>
          checks.map(
            ({ check }) =>
              [check.definition.id, check.definition.title] as const,
          ),
        ),
    );
  }
}
