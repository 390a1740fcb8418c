import { TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useState } from 'react';
import { DayField } from './DayField';
import { RefListField } from './RefListField';

function Chosen() {
  const [refs, setRefs] = useState(['group:default/appsec']);
  return (
    <RefListField
      label="Teams"
      kinds={['group']}
      refs={refs}
      onChange={setRefs}
    />
  );
}

describe('RefListField', () => {
  it('adds what was looked up by its name, once, and takes it out again', async () => {
    const entities = ['appsec', 'payments'].map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default', title: `The ${name} team` },
    }));
    const { container } = render(
      <TestApiProvider apis={[[catalogApiRef, catalogApiMock({ entities })]]}>
        <Chosen />
      </TestApiProvider>,
    );
    for (const name of [/payments team/, /appsec team/]) {
      await userEvent.click(screen.getByRole('button', { name: /Teams/ }));
      await userEvent.click(await screen.findByRole('option', { name }));
    }
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(await axe(container)).toHaveNoViolations();

    await userEvent.click(
      screen.getByRole('button', { name: 'Remove group:default/appsec' }),
    );
    expect(screen.getByRole('listitem')).toHaveTextContent('group payments');
  });
});

describe('DayField', () => {
  it('asks for a day by its label', async () => {
    const onChange = jest.fn();
    render(
      <DayField label="Done on" value="" isOptional onChange={onChange} />,
    );
    await userEvent.type(screen.getByLabelText('Done on'), '2026-11-26');
    expect(onChange).toHaveBeenLastCalledWith('2026-11-26');
  });
});
