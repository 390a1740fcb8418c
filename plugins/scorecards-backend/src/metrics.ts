import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** What operators want to watch of evaluating. */
export interface EvaluationMetrics {
  /** Entities were evaluated and their results stored. */
  evaluated(entities: number, seconds: number): void;
  /** Entities were looked at whose inputs are what they were. */
  skipped(entities: number): void;
}

/** Entities that wait. */
export interface QueueState {
  depth: number;
  /** Since when the first one has waited, in ms since 1970; undefined for none. */
  since?: number;
}

export function createEvaluationMetrics(
  metrics: MetricsService,
  queue: () => Promise<QueueState>,
  clock: () => Date,
): EvaluationMetrics {
  const duration = metrics.createHistogram('scorecards.evaluation.duration', {
    description: 'Time that evaluating and storing up to 250 entities takes',
    unit: 'seconds',
  });
  const entities = metrics.createCounter('scorecards.evaluations', {
    description: 'Entities that were looked at, by what was done with them',
  });
  const depth = metrics.createObservableGauge('scorecards.queue.depth', {
    description: 'Entities that wait to be looked at',
  });
  const age = metrics.createObservableGauge('scorecards.queue.age', {
    description: 'How long the first of them has waited',
    unit: 'seconds',
  });
  depth.addCallback(async result => result.observe((await queue()).depth));
  age.addCallback(async result => {
    const { since } = await queue();
    result.observe(
      since === undefined ? 0 : (clock().getTime() - since) / 1_000,
    );
  });
  return {
    evaluated: (count, seconds) => {
      entities.add(count, { outcome: 'evaluated' });
      duration.record(seconds);
    },
    skipped: count => entities.add(count, { outcome: 'skipped' }),
  };
}
