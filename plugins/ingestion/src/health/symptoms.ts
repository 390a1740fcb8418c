import { QueueHealth } from '@synchrony/backstage-plugin-ingestion-common';
import { formatAge, formatCount } from '@synchrony/ui';

/** A report that waits longer says that processing does not keep up. */
const LONG_WAIT_MS = 5 * 60_000;

/** Something that is not as it should be, and what to do about it. */
export interface Symptom {
  title: string;
  advice: string;
}

type Check = (health: QueueHealth, now: Date) => Symptom | undefined;

/** In the order in which they matter; docs/operating.md has the same. */
const CHECKS: readonly Check[] = [
  ({ queue }, now) => {
    const since = queue.oldestWaitingSince;
    if (!since || now.getTime() - Date.parse(since) <= LONG_WAIT_MS) {
      return undefined;
    }
    const age = formatAge(since, now);
    return queue.processing === 0
      ? {
          title: `Nothing is worked on, and a report has waited for ${age}`,
          advice:
            'The replicas may be down, or the catalog may not answer them. Look at the log of the back end.',
        }
      : {
          title: `A report has waited for ${age}`,
          advice:
            'Reports come in faster than they are read. Add a replica, or raise ingestion.processing.concurrency where there are cores for it.',
        };
  },
  ({ queue }) =>
    queue.retrying > 0
      ? {
          title: `${formatCount(queue.retrying, 'report')} will be tried again`,
          advice:
            'The last attempt was broken off, by a service that did not answer or a process that ended. The log says which.',
        }
      : undefined,
  ({ lastDay }) =>
    lastDay.failed > 0
      ? {
          title: `${formatCount(lastDay.failed, 'report')} failed in 24 h`,
          advice:
            'They may be right, but could not be processed. The log says why; their pipelines can send them again.',
        }
      : undefined,
  ({ retention }, now) => {
    const { lastRun, overdueAt } = retention;
    if (lastRun?.failed) {
      return {
        title: 'The last sweep of retention failed',
        advice:
          'What is no longer kept stays until a sweep ends well; the next one comes within six hours. The log says why.',
      };
    }
    return overdueAt && now.getTime() > Date.parse(overdueAt)
      ? {
          title: 'Retention has not run for twelve hours or longer',
          advice:
            'The scheduler of the back end may have stopped. Look for the task ingestion-retention in the log.',
        }
      : undefined;
  },
];

/** What is wrong, the worst first; nothing when all is well. */
export function symptomsOf(health: QueueHealth, now: Date): Symptom[] {
  return CHECKS.flatMap(check => check(health, now) ?? []);
}
