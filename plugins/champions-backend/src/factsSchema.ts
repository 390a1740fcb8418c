import { JsonObject } from '@backstage/types';
import { COVERAGE_STATES } from '@synchrony/backstage-plugin-champions-common';

/** Types and documents the facts for authors of checks. */
export const factsSchema: JsonObject = {
  type: 'object',
  properties: {
    coverage: {
      type: 'object',
      title: 'Coverage by security champions',
      properties: {
        state: {
          type: 'string',
          enum: [...COVERAGE_STATES],
          title: 'Coverage by a champion',
          description:
            'covered: an active champion with a deputy; covered_thin: without one, or by a person for too many scopes; at_risk: the champion leaves or has lapsed; uncovered: nobody has accepted',
        },
        inheritedFrom: {
          type: 'string',
          title: 'Where the champion stands',
          description:
            'Ref of the nearest scope with a champion; empty without',
        },
        deputies: {
          type: 'integer',
          title: 'Active deputies',
        },
        isDeclaredOnly: {
          type: 'boolean',
          title: 'Declared, not accepted',
          description:
            'The catalog declares somebody who has not accepted, and nobody else covers it',
        },
      },
      required: ['state', 'inheritedFrom', 'deputies', 'isDeclaredOnly'],
    },
  },
  required: ['coverage'],
};
