import { JsonObject } from '@backstage/types';
import { MAX_MEETING_MINUTES } from '@synchrony/backstage-plugin-champions-common';

const text: JsonObject = { type: 'string' };
const flag: JsonObject = { type: 'boolean' };
const version: JsonObject = { type: 'integer', minimum: 1 };

function object(properties: JsonObject, optional: string[] = []): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter(name => !optional.includes(name)),
    properties,
  };
}

const json = (name: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});
const answer = (description: string, name: string) => ({
  description,
  content: json(name),
});
const body = (name: string) => ({ required: true, content: json(name) });

const REFUSALS: Record<string, string> = {
  '400': 'Something in the request is wrong; the message names it',
  '401': 'Not signed in',
  '403': 'Not allowed',
  '404': 'Does not exist',
  '409': 'It changed meanwhile, is cancelled, or is over',
};
const refusals = (...codes: string[]): JsonObject =>
  Object.fromEntries(
    codes.map(code => [code, { description: REFUSALS[code] }]),
  );

const said: JsonObject = {
  title: { ...text, minLength: 2, maxLength: 200 },
  startsAt: { ...text, format: 'date-time' },
  minutes: { type: 'integer', minimum: 5, maximum: MAX_MEETING_MINUTES },
  place: { ...text, description: 'A room, or the link of a call' },
};
const scopeRef: JsonObject = {
  ...text,
  description: 'Whose champions meet, those below it too; all without it',
};
const id: JsonObject = {
  parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
};

export const meetingSchemas = {
  MeetingAnnouncement: object({ ...said, scopeRef }, ['place', 'scopeRef']),
  MeetingChange: object({ ...said, version }, ['place']),
  MeetingCancellation: object({ version }),
  ChampionMeeting: object(
    {
      ...said,
      scopeRef,
      id: text,
      isCancelled: flag,
      version,
      mayChange: flag,
    },
    ['place', 'scopeRef'],
  ),
  ChampionMeetings: object({
    items: {
      type: 'array',
      items: { $ref: '#/components/schemas/ChampionMeeting' },
    },
    mayAnnounce: flag,
  }),
};

export const meetingPaths: JsonObject = {
  '/meetings': {
    get: {
      summary: 'Meetings that are not over',
      description:
        'Those to which the caller is invited: who has said yes to a post, at the scope or below it. Captains see all.',
      responses: {
        '200': answer('The soonest first', 'ChampionMeetings'),
        ...refusals('401', '403'),
      },
    },
    post: {
      summary: 'Announces a meeting; for captains',
      description: 'Who is invited is told.',
      requestBody: body('MeetingAnnouncement'),
      responses: {
        '201': answer('The meeting', 'ChampionMeeting'),
        ...refusals('400', '401', '403'),
      },
    },
  },
  '/meetings/{id}': {
    put: {
      ...id,
      summary: 'Changes a meeting; for captains',
      description: 'Whom it is for stays. Who is invited is told.',
      requestBody: body('MeetingChange'),
      responses: {
        '200': answer('The meeting', 'ChampionMeeting'),
        ...refusals('400', '401', '403', '404', '409'),
      },
    },
  },
  '/meetings/{id}/cancel': {
    post: {
      ...id,
      summary: 'Cancels a meeting; for captains',
      description:
        'It stays in lists and calendars as cancelled until it would be over.',
      requestBody: body('MeetingCancellation'),
      responses: {
        '200': answer('The meeting', 'ChampionMeeting'),
        ...refusals('400', '401', '403', '404', '409'),
      },
    },
  },
};
