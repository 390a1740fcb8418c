import {
  WaiverRequirement,
  WaiverTarget,
} from '@synchrony/backstage-plugin-ingestion-common';
import { WaiverMatchStore } from '../store/WaiverMatchStore';
import {
  ApprovalMatrix,
  MatchedFinding,
  requirementOf,
  severityAtStake,
  tierAtStake,
  WaivedEntity,
  WaiverStakes,
} from '../waivers';
import { WaiverScopes } from './WaiverScopes';

export interface WaiverAssessorOptions {
  waiverMatches: WaiverMatchStore;
  scopes: WaiverScopes;
  matrix: ApprovalMatrix;
  /** As what a waiver of checks counts; 0 is critical. */
  checkSeverity: number;
}

/** What a waiver is about at a moment. */
export interface WaiverAssessment {
  entities: WaivedEntity[];
  /** Open findings and accepted ones, worst first. */
  findings: MatchedFinding[];
  requirement: WaiverRequirement;
  /** What an approval now is good for. */
  severity: number;
  tier: number;
}

/** Finds out what a waiver hides, and so who has to approve it. */
export class WaiverAssessor {
  readonly #options: WaiverAssessorOptions;

  constructor(options: WaiverAssessorOptions) {
    this.#options = options;
  }

  entitiesOf(target: WaiverTarget): Promise<WaivedEntity[]> {
    return this.#options.scopes.entitiesOf(target);
  }

  async assess(
    target: WaiverTarget,
    renewals = 0,
    known?: WaivedEntity[],
  ): Promise<WaiverAssessment> {
    const { checkSeverity, matrix, waiverMatches } = this.#options;
    const entities = known ?? (await this.entitiesOf(target));
    const matched = await waiverMatches.list(
      target,
      entities.map(({ entityRef }) => entityRef),
    );
    const findings = matched
      .filter(({ status }) => status === 'open' || status === 'risk_accepted')
      .sort((a, b) => a.severity - b.severity);
    const stakes: WaiverStakes = {
      worstSeverity:
        target.kind === 'check'
          ? checkSeverity
          : findings.reduce<number | undefined>(
              (worst, { severity }) => Math.min(worst ?? severity, severity),
              undefined,
            ),
      entities,
      renewals,
    };
    return {
      entities,
      findings,
      requirement: requirementOf(matrix, stakes),
      severity: severityAtStake(stakes),
      tier: tierAtStake(stakes),
    };
  }
}
