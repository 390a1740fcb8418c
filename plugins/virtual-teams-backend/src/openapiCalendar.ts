import { answer, inPath, object } from './openapiShapes';

const text = { type: 'string' };

const refused = {
  '401': { description: 'Not signed in' },
  '403': { description: 'Not allowed' },
};

export const calendarSchemas = {
  TeamCalendarFeed: object(
    {
      exists: { type: 'boolean' },
      url: text,
      createdAt: { type: 'string', format: 'date-time' },
    },
    ['url', 'createdAt'],
  ),
};

export const calendarPaths = {
  '/calendar': {
    get: {
      summary: 'Whether the caller has a feed',
      responses: { '200': answer('TeamCalendarFeed'), ...refused },
    },
    post: {
      summary: 'Makes a feed, or gives it a new address',
      responses: {
        '201': answer('TeamCalendarFeed', 'The only answer with the address'),
        ...refused,
      },
    },
    delete: {
      summary: 'Ends the feed at once',
      responses: { '204': { description: 'Gone' }, ...refused },
    },
  },
  '/calendar/feed/{token}.ics': {
    get: {
      summary: 'The calendar of whom the address belongs to',
      description: 'Without signing in: the address itself is the secret.',
      security: [],
      parameters: [inPath('token')],
      responses: {
        '200': {
          description:
            'Meetings, reviews and ends of teams; no names of people',
          content: { 'text/calendar': { schema: text } },
        },
        '404': { description: 'There is no such calendar' },
      },
    },
  },
};
