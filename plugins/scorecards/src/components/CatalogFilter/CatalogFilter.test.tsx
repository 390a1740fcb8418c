import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  MockEntityListContextProvider,
} from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SecurityLevelFilter } from './SecurityLevelFilter';
import { SecurityLevelPicker } from './SecurityLevelPicker';

const component = (name: string, level: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    labels: { 'synchrony.io/security-level': level },
  },
});

describe('the filter of the catalog by level', () => {
  it('offers the levels that there are, and asks the catalog for those chosen', async () => {
    const updateFilters = jest.fn();
    render(
      <TestApiProvider
        apis={[
          [
            catalogApiRef,
            catalogApiMock({
              entities: [component('a', 'gold'), component('b', 'none')],
            }),
          ],
        ]}
      >
        <MockEntityListContextProvider value={{ updateFilters }}>
          <SecurityLevelPicker />
        </MockEntityListContextProvider>
      </TestApiProvider>,
    );

    await userEvent.click(
      await screen.findByRole('textbox', { name: 'Security level' }),
    );
    expect(
      await screen.findByRole('option', { name: /No level/i }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('option', { name: /Gold/ }));

    await waitFor(() =>
      expect(updateFilters).toHaveBeenLastCalledWith({
        securityLevel: expect.any(SecurityLevelFilter),
      }),
    );
    const { securityLevel } = updateFilters.mock.lastCall[0];
    expect(securityLevel.getCatalogFilters()).toEqual({
      'metadata.labels.synchrony.io/security-level': ['gold'],
    });
  });
});
