import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { LedgerService } from '../service/LedgerService';
import { ScoreListService } from '../service/ScoreListService';
import { ScorecardsService } from '../service/ScorecardsService';
import { registerExplainScoreChange } from './explainScoreChange';
import { registerGetEntityScorecard } from './getEntityScorecard';
import { registerListAtRisk } from './listAtRisk';
import { registerPlanNextLevel } from './planNextLevel';

export interface ActionsOptions {
  actionsRegistry: ActionsRegistryService;
  scorecards: ScorecardsService;
  list: ScoreListService;
  ledger: LedgerService;
}

/**
 * What assistants and scripts may ask. Each action answers what the HTTP API
 * answers the same caller.
 */
export function registerActions(options: ActionsOptions): void {
  registerGetEntityScorecard(options);
  registerExplainScoreChange(options);
  registerPlanNextLevel(options);
  registerListAtRisk(options);
}
