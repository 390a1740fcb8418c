import {
  CheckView,
  gainOf,
  levelProgress,
  nextLevelPlan,
  ScorecardView,
  scoreScorecard,
  scoreStage,
  STAGES,
  WEIGHTS,
  WeightWord,
} from '@synchrony/backstage-plugin-scorecards-common';

type CheckInput = Pick<CheckView, 'id' | 'title' | 'outcome'> &
  Partial<Omit<CheckView, 'weight' | 'gain'>> & { action: string };

/** A check as the back end answers it, but for its gain. */
function toCheck(input: CheckInput): CheckView {
  const { action: _action, ...rest } = input;
  const [stage] = input.id.split('.');
  const weightWord: WeightWord = input.weightWord ?? 'high';
  return {
    stage: STAGES.find(each => each === stage) ?? 'plan',
    weightWord,
    weight: WEIGHTS[weightWord],
    waivable: true,
    redacted: false,
    remediation: `Fix ${input.id}.`,
    rationale: `Why ${input.id} matters.`,
    effort: 'S',
    ...rest,
  };
}

/** A scorecard of these checks with scores, level and plan as they follow from them. */
export function scorecardOf(
  inputs: CheckInput[],
  overrides: Partial<ScorecardView> = {},
): ScorecardView {
  const checks = inputs.map(toCheck);
  const actions = new Map(inputs.map(({ id, action }) => [id, action]));
  const { points, level, nextLevel, waivers } = scoreScorecard(checks);
  const plan = nextLevelPlan(checks);
  return {
    id: 'essentials',
    version: 1,
    title: 'Essentials',
    level,
    waivers,
    nextLevel,
    targetLevel: 'silver',
    scoreLow: points?.low,
    scoreHigh: points?.high,
    evidencePct: points?.evidencePct,
    stages: STAGES.map(stage => {
      const stagePoints = scoreStage(checks, stage);
      return {
        stage,
        scoreLow: stagePoints?.low,
        scoreHigh: stagePoints?.high,
        outcomes: checks
          .filter(check => check.stage === stage)
          .map(check => check.outcome),
      };
    }),
    checks: checks.map(check => ({ ...check, gain: gainOf(check, checks) })),
    nextLevelProgress: nextLevel && levelProgress(checks, nextLevel),
    plan: plan.steps.map(({ check, gain }) => ({
      checkId: check.id,
      title: check.title,
      outcome: check.outcome,
      action: actions.get(check.id) ?? '',
      effort: check.effort,
      gain,
    })),
    ...(plan.result.points && {
      planResult: {
        level: plan.result.level,
        scoreLow: plan.result.points.low,
        waivers: plan.result.waivers,
      },
    }),
    redacted: false,
    computedAt: '2026-11-24T11:54:00Z',
    ...overrides,
  };
}

const observed = {
  evidenceAt: '2026-11-24T09:00:00Z',
  staleAt: '2026-12-01T09:00:00Z',
};

/** The checks of "Essentials" of a service that is Bronze and wants Silver. */
export const ESSENTIALS: CheckInput[] = [
  {
    id: 'plan.owner-group',
    title: 'Owned by a group',
    action: 'Name an existing group as the owner.',
    outcome: 'pass',
    requiredFor: 'bronze',
    waivable: false,
    reason: 'Instant Payments owns it.',
    evidence: [
      {
        fact: 'catalog.owner.ref',
        title: 'Owner',
        value: 'group:default/instant-payments',
      },
    ],
    evidenceAt: '2026-11-24T11:00:00Z',
    rows: { kind: 'catalog' },
  },
  {
    id: 'plan.risk-classified',
    title: 'Risk is classified',
    action: 'Set criticality, data classification and exposure.',
    outcome: 'pass',
    weightWord: 'medium',
    requiredFor: 'bronze',
    waivable: false,
    reason: 'Classified as tier-1, confidential data, exposed to partner.',
    evidenceAt: '2026-11-24T11:00:00Z',
    rows: { kind: 'catalog' },
  },
  {
    id: 'code.secrets-scan',
    title: 'Secret scanning runs',
    action: 'Add secret scanning to the pipeline.',
    outcome: 'pass',
    requiredFor: 'bronze',
    waivable: false,
    reason: 'The last complete secret scan (gitleaks) is 3 h old.',
    ...observed,
    rows: { kind: 'coverage', controlType: 'secret' },
  },
  {
    id: 'code.no-live-secrets',
    title: 'No live secrets',
    action: 'Revoke the exposed secrets, then remove them from the code.',
    outcome: 'pass',
    weightWord: 'critical',
    requiredFor: 'bronze',
    waivable: false,
    sensitive: true,
    reason: 'No secret is open.',
    ...observed,
    rows: { kind: 'findings', type: ['secret'] },
  },
  {
    id: 'code.sast-active',
    title: 'Static analysis runs',
    action: 'Add static analysis (SAST) to the pipeline.',
    outcome: 'unknown',
    unknownReason: 'stale',
    requiredFor: 'silver',
    effort: 'M',
    reason:
      'The last complete SAST scan (CodeQL) is 17 d old; the limit is 14 days.',
    evidence: [
      {
        fact: 'ingestion.coverage.sast.tool',
        title: 'SAST tool',
        value: 'CodeQL',
      },
      {
        fact: 'ingestion.coverage.sast.staleAt',
        title: 'Counts until',
        value: '2026-11-21T09:41:00Z',
      },
      {
        fact: 'ingestion.coverage.sast.complete',
        title: 'Complete',
        value: true,
      },
    ],
    evidenceAt: '2026-11-07T09:41:00Z',
    staleAt: '2026-11-21T09:41:00Z',
    remediation:
      'Run CodeQL on the default branch and send its SARIF with `synchrony upload results.sarif`.',
    rationale: 'Static analysis finds injection while the author remembers.',
    rows: { kind: 'coverage', controlType: 'sast' },
  },
  {
    id: 'build.sca-active',
    title: 'Dependency scanning runs',
    action: 'Add dependency scanning (SCA) to the pipeline.',
    outcome: 'pass',
    requiredFor: 'bronze',
    reason: 'The last complete dependency scan (trivy) is 3 h old.',
    ...observed,
    rows: { kind: 'coverage', controlType: 'sca' },
  },
  {
    id: 'build.deps-in-sla',
    title: 'Vulnerable dependencies fixed in time',
    action: 'Update the dependencies whose findings are overdue.',
    outcome: 'waived',
    weightWord: 'critical',
    requiredFor: 'bronze',
    effort: 'M',
    reason: '2 critical or high dependency findings overdue, waived.',
    ...observed,
    rows: {
      kind: 'findings',
      type: ['sca'],
      severity: ['critical', 'high'],
      overdue: true,
    },
  },
  {
    id: 'deploy.image-scan',
    title: 'Deployed image scanned',
    action: 'Scan the deployed image.',
    outcome: 'not_applicable',
    requiredFor: 'silver',
    reason: 'The runtime is not a container.',
  },
  {
    id: 'operate.no-overdue-critical',
    title: 'No overdue critical finding',
    action: 'Fix the overdue critical findings.',
    outcome: 'fail',
    weightWord: 'critical',
    requiredFor: 'silver',
    reason: '1 critical finding overdue.',
    ...observed,
    rows: { kind: 'findings', severity: ['critical'], overdue: true },
  },
];

/** The same checks with other outcomes. */
export function essentialsWith(
  changes: Record<string, Partial<CheckInput>>,
): CheckInput[] {
  return ESSENTIALS.map(check => ({ ...check, ...changes[check.id] }));
}

/** Bronze with one waiver; one check unknown and one failed on the way to Silver. */
export function bronzeScorecard(
  overrides: Partial<ScorecardView> = {},
): ScorecardView {
  return scorecardOf(ESSENTIALS, overrides);
}

/** Nothing has reported anything yet. */
export function unratedScorecard(
  overrides: Partial<ScorecardView> = {},
): ScorecardView {
  return scorecardOf(
    ESSENTIALS.map(check =>
      check.rows?.kind === 'catalog' || check.outcome === 'not_applicable'
        ? check
        : {
            ...check,
            outcome: 'unknown',
            unknownReason: 'no_data',
            reason: 'No report has arrived yet.',
            evidenceAt: undefined,
            staleAt: undefined,
          },
    ),
    overrides,
  );
}

/** Silver, which is the target, and the end of the scorecard. */
export function silverScorecard(
  overrides: Partial<ScorecardView> = {},
): ScorecardView {
  return scorecardOf(
    ESSENTIALS.map(check =>
      check.outcome === 'not_applicable'
        ? check
        : { ...check, outcome: 'pass', unknownReason: undefined },
    ),
    overrides,
  );
}

/** What the back end leaves of a scorecard for those who may not see what stands behind it. */
export function redacted(scorecard: ScorecardView): ScorecardView {
  const {
    plan: _plan,
    planResult: _planResult,
    nextLevelProgress: _progress,
    ...open
  } = scorecard;
  return {
    ...open,
    redacted: true,
    stages: scorecard.stages.map(({ stage, outcomes }) => ({
      stage,
      outcomes,
    })),
    checks: scorecard.checks.map(check => {
      const {
        reason: _reason,
        evidence: _evidence,
        evidenceAt: _evidenceAt,
        staleAt: _staleAt,
        unknownReason: _unknownReason,
        gain: _gain,
        rows: _rows,
        ...rest
      } = check;
      const needsAttention = check.sensitive && check.outcome !== 'pass';
      return {
        ...rest,
        redacted: true,
        ...(needsAttention && { outcome: 'fail', needsAttention }),
      };
    }),
  };
}
