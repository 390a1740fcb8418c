import { mockServices } from '@backstage/backend-test-utils';
import { readIngestionConfig } from './readIngestionConfig';

const read = (github: object[]) =>
  readIngestionConfig(
    mockServices.rootConfig({ data: { ingestion: { webhooks: { github } } } }),
  ).webhooks.github;

const secret = 'a secret of at least sixteen';

describe('readWebhookConfig', () => {
  it('reads secrets with what they sign for', () => {
    expect(
      read([
        { secret, owner: 'Larkhill' },
        { secret, repositories: ['Larkhill/Payments'] },
      ]),
    ).toEqual([
      { secret, owner: 'larkhill', repositories: [] },
      { secret, owner: undefined, repositories: ['larkhill/payments'] },
    ]);
  });

  it.each([
    [{ secret: 'short', owner: 'larkhill' }, 'at least 16'],
    [{ secret }, 'must name an owner or repositories'],
    [{ secret, repositories: ['payments'] }, 'like owner/name'],
    [
      { owner: 'larkhill' },
      "Missing required config value at 'ingestion.webhooks.github[0].secret'",
    ],
  ])('stops at %p, without telling a secret', (entry, message) => {
    expect(() => read([entry])).toThrow(message);
    expect(() => read([entry])).not.toThrow('short');
  });
});
