import { TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComponentPicker } from './ComponentPicker';

const component = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
});

describe('ComponentPicker', () => {
  it('looks a component up by its name', async () => {
    const onChange = jest.fn();
    render(
      <TestApiProvider
        apis={[
          [
            catalogApiRef,
            catalogApiMock({
              entities: [component('web-login'), component('ledger')],
            }),
          ],
        ]}
      >
        <ComponentPicker label="Which component?" onChange={onChange} />
      </TestApiProvider>,
    );
    const box = screen.getByRole('combobox', { name: /Which component/ });
    await userEvent.type(box, 'web');
    await userEvent.click(
      await screen.findByRole('option', { name: /web-login/ }),
    );

    expect(onChange).toHaveBeenLastCalledWith('component:default/web-login');
    expect(box).toHaveValue('web-login');
  });
});
