import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { StoredUploadToken } from '../store/UploadTokenStore';
import { SubmitterBindings } from './SubmitterBindings';
import { UploadTokenScope } from './UploadTokenScope';

const REFS = Array.from(
  { length: 5 },
  (_, index) => `component:default/${index}`,
);

describe('SubmitterBindings', () => {
  it('reads an upload token once, whatever it sends for', async () => {
    const get = jest.fn(
      async () => ({ entityRefs: REFS }) as StoredUploadToken,
    );
    const bindings = new SubmitterBindings({
      submitters: [],
      auth: mockServices.auth(),
      userInfo: mockServices.userInfo(),
      users: { claimsOf: async () => [] },
      entities: { get: async () => new Map() },
      uploadTokens: new UploadTokenScope({
        tokens: { get },
        oidcBindings: { allows: async () => false },
      }),
      webhooks: { mayRelease: async () => false },
    });
    const token = mockCredentials.service(
      'upload-token:0123456789abcdef01234567',
    );
    await bindings.requireAll(token, REFS);
    expect(get).toHaveBeenCalledTimes(1);
    const tooMuch = bindings.requireAll(token, [
      ...REFS,
      'component:default/x',
    ]);
    await expect(tooMuch).rejects.toThrow(NotAllowedError);
    await expect(tooMuch).rejects.toThrow('not for component:default/x');
  });
});
