import {
  HealthApi,
  QueueHealth,
  QueueHistory,
  QueueHour,
  ThreatFile,
  ThreatFileAnswer,
  ThreatFileKind,
  ThreatIntelligenceApi,
  ThreatIntelligenceStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { daysFromNow } from './fixtures';

/** A queue without a worry. */
export function queueHealth(change: Partial<QueueHealth> = {}): QueueHealth {
  return {
    queue: { waiting: 0, processing: 1, retrying: 0 },
    lastHour: {
      finished: 68,
      waited: { medianMs: 40, p95Ms: 900, longestMs: 4_000 },
      processed: { medianMs: 2_300, p95Ms: 12_000, longestMs: 41_000 },
    },
    lastDay: { failed: 0, rejected: 2 },
    workers: { size: 2, busy: 1 },
    retention: {
      lastRun: {
        startedAt: daysFromNow(-0.1),
        finishedAt: daysFromNow(-0.1),
        failed: false,
        deleted: {
          bodies: 12,
          uploads: 0,
          branches: 3,
          inventories: 0,
          deliveries: 0,
          idempotencyKeys: 0,
          tokens: 0,
          findings: 1_200,
          history: 0,
        },
      },
      overdueAt: daysFromNow(0.4),
    },
    databaseBytes: 412 * 1024 * 1024,
    asOf: daysFromNow(0),
    ...change,
  };
}

/** 24 hours in which a report came and went in each. */
export function queueHours(): QueueHour[] {
  return Array.from({ length: 24 }, (_, index) => ({
    from: new Date(Date.UTC(2026, 10, 24, index)).toISOString(),
    received: 1,
    finished: 1,
    waiting: 0,
    longestWaitMs: 40,
  }));
}

/** A file of EPSS that is current. */
export function threatFile(change: Partial<ThreatFile> = {}): ThreatFile {
  return {
    kind: 'epss',
    loaded: true,
    dataDate: daysFromNow(-1),
    staleAt: daysFromNow(2),
    version: 'v2025.03.14',
    rows: 250_000,
    source: 'upload by user:default/greta',
    loadedAt: daysFromNow(-0.5),
    ...change,
  };
}

/** Answers what a test sets, and keeps what was uploaded. */
export class FakeHealthApi implements HealthApi, ThreatIntelligenceApi {
  health: QueueHealth = queueHealth();
  status: ThreatIntelligenceStatus = {
    files: [
      threatFile(),
      threatFile({
        kind: 'kev',
        dataDate: daysFromNow(-20),
        staleAt: daysFromNow(-6),
      }),
      { kind: 'ssvc', loaded: false },
    ],
    settled: true,
    canManage: true,
    asOf: daysFromNow(0),
  };
  history: QueueHistory = { hours: queueHours(), asOf: daysFromNow(0) };
  error?: Error;
  /** What reading the queue fails with. */
  healthError?: Error;
  /** What an upload fails with. */
  refusal?: Error;
  changed = true;
  readonly uploaded: [ThreatFileKind, Blob][] = [];

  async getQueueHealth() {
    const error = this.healthError ?? this.error;
    if (error) {
      throw error;
    }
    return this.health;
  }

  async getQueueHistory() {
    return this.history;
  }

  async getThreatIntelligence() {
    if (this.error) {
      throw this.error;
    }
    return this.status;
  }

  async uploadThreatFile(
    kind: ThreatFileKind,
    file: Blob,
  ): Promise<ThreatFileAnswer> {
    if (this.refusal) {
      throw this.refusal;
    }
    this.uploaded.push([kind, file]);
    return { ...threatFile({ kind }), changed: this.changed };
  }
}
