import {
  CheckInfo,
  DefinitionDetails,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CheckDefinitionsApi } from '../api';

function check(id: string, title: string): CheckInfo {
  return {
    id,
    version: 1,
    title,
    stage: 'code',
    weightWord: 'high',
    effort: 'M',
    waivable: true,
    rationale: '',
    action: '',
    remediation: '',
    passWhen: 'true',
    unknownWhen: [],
    facts: [],
    sources: [],
    waitingFor: [],
    usedBy: [],
    terms: [],
  };
}

/** Checks as scorecards would name them. */
export class FakeCheckDefinitions implements CheckDefinitionsApi {
  /** What reading fails with, when it is set. */
  error?: Error;
  checks = [
    check('mfa-enforced', 'Strong sign-in is enforced'),
    check('sbom-published', 'SBOM is published'),
  ];

  async getDefinitionDetails(): Promise<DefinitionDetails> {
    if (this.error) {
      throw this.error;
    }
    return { scorecards: [], checks: this.checks, drafts: [] };
  }
}
