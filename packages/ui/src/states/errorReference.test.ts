import { ResponseError } from '@backstage/errors';
import { errorReference } from './errorReference';

const at = new Date('2026-11-24T14:28:00.123Z');

describe('errorReference', () => {
  it('names the failed request and its time', async () => {
    const error = await ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name: 'ServiceUnavailableError', message: 'down' },
          request: { method: 'GET', url: '/entities/default/component/x' },
          response: { statusCode: 503 },
        }),
        { status: 503, headers: { 'content-type': 'application/json' } },
      ),
    );

    expect(errorReference(error, at)).toBe(
      '503 GET /entities/default/component/x 2026-11-24T14:28:00Z',
    );
  });

  it('falls back to the kind of error', () => {
    expect(errorReference(new TypeError('Failed to fetch'), at)).toBe(
      'TypeError 2026-11-24T14:28:00Z',
    );
  });
});
