import { JsonObject } from '@backstage/types';
import {
  CONTROL_TYPES,
  COVERAGE_KINDS,
  COVERAGE_STATES,
  COVERAGE_TRANSITIONS,
  NO_PLATFORM,
} from '@synchrony/backstage-plugin-ingestion-common';
import { count, list, object, page, text, time, words } from './building';
import { answer, errors, paging, query } from './operations';

const control = {
  controlType: words(CONTROL_TYPES),
  state: words(COVERAGE_STATES),
  tool: text,
  lastReportAt: time,
  lastCompleteAt: time,
  commit: text,
  reportId: text,
  staleAt: time,
  failures: {
    ...count,
    description: 'Scans in a row that failed since the last complete one',
  },
  lastFailureAt: time,
  reason: { ...text, description: 'Why it is not applicable' },
};

const OPTIONAL = Object.keys(control).filter(
  name => !['controlType', 'state'].includes(name),
);

const counts = object(
  Object.fromEntries(COVERAGE_STATES.map(state => [state, count])),
);

/** The table of what becomes of a control, in words. */
function describeStates(): string {
  return COVERAGE_TRANSITIONS.map(
    ({ event, from, to, when }) =>
      `- ${event}: from ${from.join(', ')} to ${to}, when ${when}`,
  ).join('\n');
}

export const coverageSchemas: JsonObject = {
  Coverage: object(control, OPTIONAL),
  CoverageMap: object(
    {
      platforms: list(
        object(
          {
            platformRef: text,
            title: text,
            entities: count,
            controls: object(
              Object.fromEntries(CONTROL_TYPES.map(type => [type, counts])),
            ),
            sbom: counts,
          },
          ['platformRef', 'title'],
        ),
      ),
      entities: count,
      isLowerBound: { type: 'boolean' },
      asOf: time,
    },
    ['isLowerBound'],
  ),
  EntityCoverage: object(
    {
      entityRef: text,
      title: text,
      ownerRef: text,
      platformRef: text,
      ...control,
      controlType: words(COVERAGE_KINDS),
    },
    ['title', 'ownerRef', 'platformRef', ...OPTIONAL],
  ),
  EntityCoveragePage: page('EntityCoverage'),
};

export const coveragePaths: JsonObject = {
  '/coverage/map': {
    get: {
      summary: 'Components by platform, control and state of the control',
      description: `Of all that the caller may see.\n\n${describeStates()}`,
      parameters: [],
      responses: {
        '200': answer('The map', 'CoverageMap'),
        ...errors(401, 403),
      },
    },
  },
  '/coverage/entities': {
    get: {
      summary: 'The components behind a number of the map, by ref',
      parameters: [
        query(
          'control',
          'The control, or sbom for lists of components',
          words(COVERAGE_KINDS),
          true,
        ),
        query(
          'platform',
          `Ref of a platform of the map, or ${NO_PLATFORM} for components without one`,
        ),
        query(
          'state',
          'One or several, separated by commas',
          list(words(COVERAGE_STATES)),
        ),
        ...paging,
      ],
      responses: {
        '200': answer('A page', 'EntityCoveragePage'),
        ...errors(400, 401, 403),
      },
    },
  },
};
