import {
  LEVELS,
  OUTCOMES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { listOf, object } from './openapiShapes';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const version = { type: 'integer', minimum: 1 };
const points = { type: 'number', minimum: 0, maximum: 100.000001 };

export const historySchemas = {
  EntityHistory: object(
    {
      entityRef: text,
      scores: listOf(
        object(
          {
            scorecardId: text,
            scorecardVersion: version,
            since: time,
            level: { enum: [...LEVELS] },
            scoreLow: points,
            scoreHigh: points,
            evidencePct: points,
          },
          ['scoreLow', 'scoreHigh', 'evidencePct'],
        ),
      ),
      checks: listOf(
        object(
          {
            checkId: text,
            checkVersion: version,
            outcome: { enum: [...OUTCOMES] },
            unknownReason: { enum: ['no_data', 'stale', 'error', 'forbidden'] },
            since: time,
            until: time,
          },
          ['unknownReason', 'until'],
        ),
      ),
      redacted: { type: 'boolean' },
    },
    ['checks'],
  ),
};
