import { RetentionRunStore } from '../store/RetentionRunStore';
import { Compaction } from './Compaction';
import { Retention } from './Retention';

/** How often it runs. */
export const RETENTION_EVERY_HOURS = 6;

/** A week of them. */
const RUNS_KEPT = (7 * 24) / RETENTION_EVERY_HOURS;

export interface RetentionSweepOptions {
  retention: Pick<Retention, 'sweep'>;
  compaction: Pick<Compaction, 'sweep'>;
  retentionRuns: RetentionRunStore;
  clock: () => Date;
}

/** Takes out all that is no longer kept, and keeps what came of it. */
export class RetentionSweep {
  readonly #options: RetentionSweepOptions;

  constructor(options: RetentionSweepOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { clock, compaction, retention, retentionRuns } = this.#options;
    const id = await retentionRuns.begin(clock().getTime(), RUNS_KEPT);
    try {
      const deleted = {
        ...(await retention.sweep()),
        ...(await compaction.sweep()),
      };
      await retentionRuns.end(id, { finishedAt: clock().getTime(), deleted });
    } catch (error) {
      await retentionRuns.end(id, { finishedAt: clock().getTime() });
      throw error;
    }
  }
}
