import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { JsonObject } from '@backstage/types';
import { screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { PortalSignInPage } from './PortalSignInPage';

const CONFIG = {
  app: { title: 'Synchrony' },
  organization: { name: 'Larkhill Bank' },
  demo: {
    personas: [
      {
        id: 'developer',
        title: 'Developer',
        userRef: 'user:default/bo.lin',
        description: 'Builds instant-payments-api.',
      },
      {
        id: 'auditor',
        title: 'Auditor',
        name: 'Edith Marlowe',
        userRef: 'user:default/edith',
        description: 'Reads everything.',
      },
    ],
  },
};

const SESSION = {
  profile: { displayName: 'Bo Lin' },
  backstageIdentity: {
    token: 'a.eyJleHAiOjQxMDI0NDQ4MDB9.c',
    identity: {
      type: 'user',
      userEntityRef: 'user:default/bo.lin',
      ownershipEntityRefs: ['user:default/bo.lin'],
    },
  },
};

function renderPage(data: JsonObject = CONFIG) {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  const result = renderInTestApp(
    <Suspense fallback={null}>
      <PortalSignInPage onSignInSuccess={onSignInSuccess} />
    </Suspense>,
    {
      config: data,
      apis: [mockApis.discovery({ baseUrl: 'http://back.end' })],
    },
  );
  return { ...result, onSignInSuccess };
}

function answer(status: number, body: object) {
  return jest.spyOn(global, 'fetch').mockImplementation(
    async () =>
      ({
        ok: status < 400,
        status,
        statusText: 'status',
        headers: new Headers({ 'content-type': 'application/json' }),
        json: async () => body,
        text: async () => JSON.stringify(body),
      }) as Response,
  );
}

describe('PortalSignInPage', () => {
  afterEach(() => {
    sessionStorage.clear();
    jest.restoreAllMocks();
  });

  it('says what the demonstration is and offers its people', async () => {
    const { container } = renderPage();

    expect(
      await screen.findByText(/demonstration with the data of Larkhill Bank/),
    ).toHaveTextContent('are fictional');
    expect(
      screen.getByRole('button', { name: /Bo Lin.*Developer.*Builds/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /Edith Marlowe.*Auditor/ }),
    ).toBeInTheDocument();
    expect(
      await axe(container, {
        rules: { 'landmark-no-duplicate-main': { enabled: false } },
      }),
    ).toHaveNoViolations();
  });

  it('signs in as the person picked, remembers them, and forgets on signing out', async () => {
    const fetchMock = answer(200, SESSION);
    const { onSignInSuccess } = renderPage();

    const card = await screen.findByRole('button', { name: /Bo Lin/ });
    card.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));

    const [url, init] = fetchMock.mock.calls[0];
    expect(url).toBe('http://back.end/api/auth/demo/refresh');
    expect(new Headers(init?.headers).get('x-synchrony-persona')).toBe(
      'developer',
    );
    const [identity] = onSignInSuccess.mock.calls[0];
    await expect(identity.getBackstageIdentity()).resolves.toEqual(
      expect.objectContaining({ userEntityRef: 'user:default/bo.lin' }),
    );
    await expect(identity.getCredentials()).resolves.toEqual({
      token: SESSION.backstageIdentity.token,
    });
    await expect(identity.getProfileInfo()).resolves.toEqual(SESSION.profile);
    expect(sessionStorage).toHaveLength(1);

    await identity.signOut();
    expect(sessionStorage).toHaveLength(0);
  });

  it('comes back as the same person in the same browser session', async () => {
    sessionStorage.setItem('synchrony.demo.persona', 'developer');
    answer(200, SESSION);
    const { onSignInSuccess } = renderPage();

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(
      screen.queryByText('Who do you want to be?'),
    ).not.toBeInTheDocument();
  });

  it('leads back to the choice when signing in fails', async () => {
    answer(503, { error: { name: 'Error', message: 'down' } });
    const { onSignInSuccess } = renderPage();

    await userEvent.click(
      await screen.findByRole('button', { name: /Bo Lin/ }),
    );
    expect(
      await screen.findByText('Signing in did not work'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Bo Lin/ })).toBeInTheDocument();
    expect(sessionStorage).toHaveLength(0);
    expect(onSignInSuccess).not.toHaveBeenCalled();
  });

  it('offers no persona without the demo, whatever the session remembers', async () => {
    sessionStorage.setItem('synchrony.demo.persona', 'developer');
    const fetchMock = answer(200, SESSION);
    renderPage({ app: { title: 'Synchrony' } });

    expect(
      await screen.findByRole('button', { name: 'Enter' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('Who do you want to be?'),
    ).not.toBeInTheDocument();
    expect(fetchMock).not.toHaveBeenCalledWith(
      expect.stringContaining('/demo/'),
      expect.anything(),
    );
  });
});
