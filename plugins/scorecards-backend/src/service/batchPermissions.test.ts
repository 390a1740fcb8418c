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

const decideByName = () =>
  jest.fn(
    async (
      requests: QueryPermissionRequest[],
    ): Promise<QueryPermissionResponse[]> =>
      requests.map(item => ({
        result: item.permission.name.startsWith('yes')
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
  );

it('asks once for what one caller wants at the same time', async () => {
  const authorizeConditional = decideByName();
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

it('asks in the same call about permissions without a resource', async () => {
  const authorizeConditional = decideByName();
  const permissions = batchPermissions(
    mockServices.permissions.mock({ authorizeConditional }),
  );
  const ann = { credentials: mockCredentials.user('user:default/ann') };
  const general = (name: string) => createPermission({ name, attributes: {} });

  const answers = await Promise.all([
    permissions.authorize([{ permission: general('yes.1') }], ann),
    permissions.authorizeConditional([{ permission: permission('no.2') }], ann),
    permissions.authorize([{ permission: general('no.3') }], ann),
  ]);
  expect(answers.flat().map(({ result }) => result)).toEqual([
    'ALLOW',
    'DENY',
    'DENY',
  ]);
  expect(authorizeConditional).toHaveBeenCalledTimes(1);
});

it('leaves a question about one resource to itself', async () => {
  const authorize = jest.fn(async () => [
    { result: AuthorizeResult.ALLOW } as const,
  ]);
  const permissions = batchPermissions(
    mockServices.permissions.mock({ authorize }),
  );
  const question = [
    { permission: permission('yes.1'), resourceRef: 'thing:1' },
  ];
  const ann = { credentials: mockCredentials.user('user:default/ann') };
  await expect(permissions.authorize(question, ann)).resolves.toEqual([
    { result: 'ALLOW' },
  ]);
  expect(authorize).toHaveBeenCalledWith(question, ann);
});
