import {
  CheckInfo,
  DefinitionDetails,
  DefinitionsApi,
  DryRun,
  DryRunRequest,
} from '@synchrony/backstage-plugin-scorecards-common';

/** A check as its file says it. */
export function checkInfo(overrides: Partial<CheckInfo> = {}): CheckInfo {
  return {
    id: 'code.sast-active',
    version: 2,
    title: 'Static analysis runs',
    stage: 'code',
    weightWord: 'high',
    effort: 'M',
    waivable: true,
    rationale: 'Injection is found while the author remembers.',
    action: 'Add static analysis to the pipeline.',
    remediation: 'Run `CodeQL` on the default branch.',
    passWhen: 'ingestion.coverage.sast.complete',
    unknownWhen: [],
    facts: [{ path: 'ingestion.coverage.sast.complete', title: 'Complete' }],
    sources: ['ingestion'],
    waitingFor: [],
    usedBy: [
      {
        scorecardId: 'essentials',
        title: 'Essentials',
        requiredFor: 'silver',
      },
    ],
    terms: [
      { version: 2, since: '2026-11-20T08:00:00.000Z' },
      {
        version: 1,
        since: '2026-10-01T08:00:00.000Z',
        until: '2026-11-20T08:00:00.000Z',
      },
    ],
    ...overrides,
  };
}

/** Answers from memory, and remembers what was tried out. */
export class FakeDefinitionsApi implements DefinitionsApi {
  readonly tried: DryRunRequest[] = [];
  result: DryRun = {
    scorecards: [],
    problems: [],
    asOf: '2026-11-24T10:00:00.000Z',
  };
  details: DefinitionDetails = {
    scorecards: [
      {
        id: 'essentials',
        version: 2,
        title: 'Essentials',
        appliesTo: { kind: ['Component'] },
        targetByTier: { 'tier-1': 'silver' },
        graceDays: 0,
        checks: [
          {
            checkId: 'code.sast-active',
            version: 2,
            title: 'Static analysis runs',
            stage: 'code',
            requiredFor: 'silver',
            isWaiting: false,
          },
        ],
        terms: [{ version: 2, since: '2026-11-20T08:00:00.000Z' }],
      },
    ],
    checks: [
      checkInfo({
        id: 'plan.champion-active',
        version: 1,
        title: 'A champion is active',
        stage: 'plan',
        waitingFor: ['champions'],
      }),
      checkInfo(),
    ],
    drafts: [],
  };
  error?: Error;

  async getDefinitionDetails(): Promise<DefinitionDetails> {
    if (this.error) {
      throw this.error;
    }
    return this.details;
  }

  async dryRun(request: DryRunRequest): Promise<DryRun> {
    this.tried.push(request);
    return this.result;
  }
}
