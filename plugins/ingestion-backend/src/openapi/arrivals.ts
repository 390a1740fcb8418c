import { JsonObject } from '@backstage/types';
import { count, list, object, text, time } from './building';
import { answer, errors, query } from './operations';

/** What plugins tell people of. */
export const arrivalSchemas: JsonObject = {
  FindingArrivals: object({
    items: list(
      object({ entityRef: text, at: time, critical: count, high: count }),
    ),
    cursor: {
      ...text,
      description: 'For `after` of the next request',
    },
  }),
};

export const arrivalPaths: JsonObject = {
  '/arrivals': {
    get: {
      summary: 'Critical and high findings that reports brought lately',
      description:
        'For plugins alone, of entities whose findings the caller may read, oldest first, up to 1,000 a request: open findings of what counts, new since a scan of the last day. Kept for a week.',
      parameters: [
        query(
          'after',
          'The cursor of the answer before; without it nothing is listed but where the list ends now',
        ),
      ],
      responses: {
        '200': answer('What came after it', 'FindingArrivals'),
        ...errors(400, 401, 403),
      },
    },
  },
};
