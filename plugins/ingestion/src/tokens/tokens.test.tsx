import { NotAllowedError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import { UploadToken } from '@synchrony/backstage-plugin-ingestion-common';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  FakeUploadTokensApi,
  uploadToken,
} from '../__testUtils__/FakeUploadTokensApi';
import { ENTITY_REF, pageOf } from '../__testUtils__/fixtures';
import { uploadTokensApiRef } from '../api';
import plugin from '../index';

function renderPage(
  api: FakeUploadTokensApi,
  route = `/ingestion/tokens?entity=${ENTITY_REF}`,
) {
  return renderTestApp({
    features: [plugin],
    apis: [
      [uploadTokensApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [] })],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [route],
  });
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('upload tokens', () => {
  it('mints one for a component, and shows the secret this once', async () => {
    const api = new FakeUploadTokensApi();
    renderPage(api);
    await screen.findByText('GitLab of instant payments');
    expect(api.asked[0]).toMatchObject({ entityRef: ENTITY_REF });
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();

    await press('Mint a token');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(ENTITY_REF)).toBeVisible();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Name/ }),
      'Nightly',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mint' }));

    expect(await screen.findByText('syn_secret')).toBeVisible();
    expect(api.minted).toEqual([
      { name: 'Nightly', entityRefs: [ENTITY_REF], expiresInDays: 90 },
    ]);
    await press('I have copied it');
    expect(screen.queryByText('syn_secret')).toBeNull();
  });

  it('leads on past tokens that may not be seen', async () => {
    const api = new FakeUploadTokensApi();
    api.tokens = pageOf<UploadToken>([], {
      totalIsLowerBound: true,
      pageInfo: { nextCursor: 'further' },
    });
    renderPage(api);
    await press('Next page');
    await waitFor(() => expect(api.asked.at(-1)?.cursor).toBe('further'));
  });

  it('says why it may not be minted, and keeps what was typed', async () => {
    const api = new FakeUploadTokensApi();
    api.refusal = new NotAllowedError('Your teams do not own it');
    renderPage(api, `/ingestion/tokens?entity=${ENTITY_REF}&mint`);
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Name/ }),
      'Nightly',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mint' }));

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Your teams do not own it',
    );
    expect(within(dialog).getByRole('textbox', { name: /Name/ })).toHaveValue(
      'Nightly',
    );
  });

  it('rotates and revokes after asking', async () => {
    const api = new FakeUploadTokensApi();
    renderPage(api);
    await press('Rotate GitLab of instant payments');
    expect(await screen.findByRole('dialog')).toHaveTextContent(/24\s+hours/);
    await press('Rotate');
    expect(await screen.findByText('syn_secret')).toBeVisible();
    await press('I have copied it');

    await press('Revoke GitLab of instant payments');
    await screen.findByRole('dialog');
    await press('Revoke');
    expect(await screen.findByText(/is revoked/)).toBeVisible();
    await waitFor(() => expect(api.revoked).toEqual(['t1']));
    expect(api.rotated).toEqual(['t1']);
  });

  it('offers nothing for what is not one’s own, or works no more', async () => {
    const api = new FakeUploadTokensApi();
    api.tokens = pageOf([
      uploadToken({ manageable: false }),
      uploadToken({ id: 't3', name: 'Old', state: 'revoked' }),
    ]);
    renderPage(api);

    expect(await screen.findByText('Revoked')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Re(voke|tate)/ })).toBeNull();
  });

  it('says that there is none, and what is unavailable', async () => {
    const api = new FakeUploadTokensApi();
    api.tokens = pageOf<never>([]);
    const { unmount } = renderPage(api, '/ingestion/tokens');
    expect(
      await screen.findByText('No token in what you may see'),
    ).toBeVisible();
    unmount();

    api.error = new Error('down');
    renderPage(api);
    expect(await screen.findByText('Tokens unavailable')).toBeVisible();
  });

  it('names the trusted issuers to those who run ingestion only', async () => {
    const api = new FakeUploadTokensApi();
    const { unmount } = renderPage(api);
    await screen.findByText('GitLab of instant payments');
    expect(screen.queryByText('Trusted issuers')).toBeNull();
    unmount();

    api.issuers = [
      {
        issuer: 'https://gitlab.example',
        audience: 'https://portal.example',
        provider: 'gitlab',
        bindings: [
          {
            claims: { project_path: 'larkhill/payments', project_id: '42' },
            entityRefs: [ENTITY_REF],
            fromCatalog: false,
          },
          {
            claims: { namespace_path: 'larkhill/cards' },
            entityRefs: [],
            fromCatalog: true,
          },
        ],
      },
    ];
    renderPage(api);
    expect(await screen.findByText('Trusted issuers')).toBeVisible();
    const bound = screen.getByRole('row', { name: /larkhill\/payments/ });
    expect(bound).toHaveTextContent('project_id 42');
    expect(
      screen.getByRole('row', { name: /gitlab\.example/ }),
    ).toHaveTextContent('no exchange is known');
    expect(
      screen.getByRole('row', { name: /larkhill\/cards/ }),
    ).toHaveTextContent('entities whose source location is the repository');
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });
});
