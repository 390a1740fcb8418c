import { JsonObject } from '@backstage/types';
import { RETENTION_KINDS } from '@synchrony/backstage-plugin-ingestion-common';
import { count, flag, list, object, time } from './building';
import { answer, errors } from './operations';

const milliseconds: JsonObject = { type: 'number', minimum: 0 };

const durations = object({
  medianMs: milliseconds,
  p95Ms: milliseconds,
  longestMs: milliseconds,
});

const isLowerBound = {
  ...flag,
  description: 'There are more than the 10,000 that were counted',
};

export const healthSchemas: JsonObject = {
  QueueHealth: object({
    queue: object(
      {
        waiting: count,
        processing: count,
        retrying: {
          ...count,
          description: 'Of those that wait, how many were tried before',
        },
        oldestWaitingSince: time,
        isLowerBound,
      },
      ['oldestWaitingSince', 'isLowerBound'],
    ),
    lastHour: object(
      {
        finished: count,
        waited: {
          ...durations,
          description: 'From coming into the queue to the last attempt',
        },
        processed: {
          ...durations,
          description: 'From the begin of the last attempt to being final',
        },
        isLowerBound,
      },
      ['waited', 'processed', 'isLowerBound'],
    ),
    lastDay: object({ failed: count, rejected: count, isLowerBound }, [
      'isLowerBound',
    ]),
    workers: {
      ...object({ size: count, busy: count }),
      description: 'Threads that read reports, in the replica that answers',
    },
    retention: object(
      {
        lastRun: object(
          {
            startedAt: time,
            finishedAt: time,
            failed: flag,
            deleted: object(
              Object.fromEntries(RETENTION_KINDS.map(kind => [kind, count])),
            ),
          },
          ['finishedAt', 'deleted'],
        ),
        overdueAt: {
          ...time,
          description: 'Something is wrong if none began until then',
        },
      },
      ['lastRun', 'overdueAt'],
    ),
    databaseBytes: count,
    asOf: time,
  }),
  QueueHistory: object({
    hours: {
      ...list(
        object(
          {
            from: time,
            received: count,
            finished: { ...count, description: 'Became final' },
            waiting: {
              ...count,
              description: 'At the end of the hour, of the last one now',
            },
            longestWaitMs: {
              ...milliseconds,
              description: 'Of those that became final; absent of none',
            },
          },
          ['received', 'finished', 'waiting', 'longestWaitMs'],
        ),
      ),
      description:
        '24, the oldest first; a number is absent where more than 100,000 reports came later',
    },
    asOf: time,
  }),
};

export const healthPaths: JsonObject = {
  '/health/queue': {
    get: {
      summary:
        'The queue, how long reports take, and retention; for who runs ingestion',
      parameters: [],
      responses: {
        '200': answer('Numbers of all replicas', 'QueueHealth'),
        ...errors(401, 403),
      },
    },
  },
  '/health/queue/history': {
    get: {
      summary:
        'What went through the queue in the last 24 hours, by hours of the clock; for who runs ingestion',
      parameters: [],
      responses: {
        '200': answer('The hours', 'QueueHistory'),
        ...errors(401, 403),
      },
    },
  },
};
