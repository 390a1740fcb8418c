import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  QueryPermissionRequest,
  QueryPermissionResponse,
} from '@backstage/plugin-permission-common';
import { batchPermissions } from './batchPermissions';

const permission = (name: string) =>
  createPermission({ name, attributes: {}, resourceType: 'thing' });

it('asks once for what one caller wants at the same time', async () => {
  const authorizeConditional = jest.fn(
    async (
      requests: QueryPermissionRequest[],
    ): Promise<QueryPermissionResponse[]> =>
      requests.map(item => ({
        result: item.permission.name.startsWith('yes')
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
  );
  const permissions = batchPermissions(
    mockServices.permissions.mock({ authorizeConditional }),
  );
  const ann = { credentials: mockCredentials.user('user:default/ann') };
  const bob = { credentials: mockCredentials.user('user:default/bob') };
  const ask = (name: string, options: typeof ann) =>
    permissions.authorizeConditional(
      [{ permission: permission(name) }],
      options,
    );

  const answers = await Promise.all([
    ask('yes.1', ann),
    ask('no.2', ann),
    ask('yes.3', bob),
  ]);
  expect(answers.flat().map(({ result }) => result)).toEqual([
    'ALLOW',
    'DENY',
    'ALLOW',
  ]);
  expect(authorizeConditional).toHaveBeenCalledTimes(2);

  await ask('yes.1', ann);
  expect(authorizeConditional).toHaveBeenCalledTimes(3);
});
