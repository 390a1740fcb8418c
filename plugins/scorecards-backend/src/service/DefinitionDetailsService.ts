import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { DefinitionDetails } from '@synchrony/backstage-plugin-scorecards-common';
import { checkInfosOf, scorecardDetailsOf } from '../definitions/details';
import { checkTerms, scorecardTerms } from '../definitions/terms';
import { ScorecardTermStore } from '../store/ScorecardTermStore';
import { DefinitionsService } from './DefinitionsService';
import { ScorecardsService } from './ScorecardsService';

export interface DefinitionDetailsServiceOptions {
  scorecards: Pick<ScorecardsService, 'requireScores' | 'mayManageDefinitions'>;
  definitions: DefinitionsService;
  terms: ScorecardTermStore;
}

/** What checks and scorecards ask for; what of anybody is not in it. */
export class DefinitionDetailsService {
  readonly #options: DefinitionDetailsServiceOptions;

  constructor(options: DefinitionDetailsServiceOptions) {
    this.#options = options;
  }

  async read(credentials: BackstageCredentials): Promise<DefinitionDetails> {
    const { definitions, scorecards, terms } = this.#options;
    const [, isManager] = await Promise.all([
      scorecards.requireScores(credentials),
      scorecards.mayManageDefinitions(credentials),
    ]);
    const known = await terms.all();
    const active = definitions.ruleset().scorecards;
    const checks = checkInfosOf(active, id => checkTerms(known, id));
    const versions = new Map([
      ...checks
        .toReversed()
        .map(({ id, version }) => [`check ${id}`, version] as const),
      ...active.map(
        ({ definition: { id, version } }) =>
          [`scorecard ${id}`, version] as const,
      ),
    ]);
    return {
      scorecards: active
        .map(scorecard =>
          scorecardDetailsOf(
            scorecard,
            scorecardTerms(known, scorecard.definition.id),
          ),
        )
        .sort((a, b) => a.title.localeCompare(b.title)),
      checks,
      drafts: isManager
        ? definitions.drafts.list(versions).map(draft => ({
            ...draft,
            file: definitions.tellPlaces(draft.file),
          }))
        : [],
    };
  }
}
