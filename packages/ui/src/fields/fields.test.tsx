import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityPresentationApi,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useState } from 'react';
import { CatalogPicker } from './CatalogPicker';
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

const NAMES: EntityPresentationApi = {
  forEntity: shown => {
    const snapshot = { entityRef: String(shown), primaryTitle: 'Amara Rowe' };
    return { snapshot, promise: Promise.resolve(snapshot) };
  },
};

describe('CatalogPicker', () => {
  it('shows what was chosen before by its name, and what is chosen then', async () => {
    const entities = ['amara', 'bo'].map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name, namespace: 'default' },
      spec: { profile: { displayName: `The person ${name}` } },
    }));
    const onChange = jest.fn();
    renderInTestApp(
      <CatalogPicker
        label="Lead"
        kinds={['user']}
        initial="user:default/amara"
        onChange={onChange}
      />,
      {
        apis: [
          [catalogApiRef, catalogApiMock({ entities })],
          [entityPresentationApiRef, NAMES],
        ],
      },
    );
    const field = await screen.findByRole('combobox', { name: /Lead/ });
    expect(field).toHaveValue('Amara Rowe');
    expect(onChange).not.toHaveBeenCalled();

    await userEvent.clear(field);
    await userEvent.type(field, 'bo');
    await userEvent.click(
      await screen.findByRole('option', { name: /person bo/ }),
    );
    expect(field).toHaveValue('The person bo');
    expect(onChange).toHaveBeenLastCalledWith('user:default/bo');
  });
});

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
      screen.getByRole('button', { name: 'Remove group appsec' }),
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
