import {
  DiscardRequest,
  Quarantine,
  QuarantineApi,
  QuarantinedEntity,
  RebindRequest,
} from '@synchrony/backstage-plugin-ingestion-common';

/** An entity that was renamed, with what waits for it. */
export function quarantined(
  change: Partial<QuarantinedEntity> = {},
): QuarantinedEntity {
  return {
    entityRef: 'component:default/ledger-archiver-v2',
    reports: 3,
    since: '2026-11-24T10:00:00.000Z',
    submitters: ['token:archiver'],
    tools: ['CodeQL'],
    suggestion: {
      entityRef: 'component:default/ledger-archiver',
      hint: 'same_repository',
    },
    evidence: {
      findings: 12,
      scopes: 2,
      lastScanAt: '2026-11-20T10:00:00.000Z',
    },
    ...change,
  };
}

/** Answers what a test sets, and keeps what was done. */
export class FakeQuarantineApi implements QuarantineApi {
  quarantine: Quarantine = {
    items: [quarantined()],
    totalItems: 1,
    pageInfo: {},
    manageable: true,
  };
  error?: Error;
  readonly rebound: RebindRequest[] = [];
  readonly discarded: DiscardRequest[] = [];

  async getQuarantine() {
    if (this.error) {
      throw this.error;
    }
    return this.quarantine;
  }

  async rebind(request: RebindRequest) {
    if (this.error) {
      throw this.error;
    }
    this.rebound.push(request);
    return { ...request, reports: 3, findings: 12, scopes: 2 };
  }

  async discardQuarantined(request: DiscardRequest) {
    this.discarded.push(request);
    return { reports: 3 };
  }
}
