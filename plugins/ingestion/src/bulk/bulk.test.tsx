import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import { finding, pageOf } from '../__testUtils__/fixtures';
import { ME, renderEntity } from '../__testUtils__/renderEntity';
import { findingsContent } from '../extensions';

const AXE = { rules: { 'heading-order': { enabled: false } } };

async function open(route = '/?groupBy=none') {
  const api = new FakeIngestionApi();
  api.findings = pageOf([
    finding({ id: 'f1', title: 'One', severity: 'low' }),
    finding({ id: 'f2', title: 'Two', severity: 'low', triage: 'confirmed' }),
    finding({ id: 'f3', title: 'Three', severity: 'high' }),
    finding({ id: 'f4', title: 'Not mine', mayTriage: false }),
  ]);
  const { container } = renderEntity(findingsContent, api, route);
  await screen.findByRole('button', { name: 'One' });
  const tick = (name: string) =>
    userEvent.click(screen.getByRole('checkbox', { name: `Select ${name}` }));
  const bar = async () =>
    within(await screen.findByRole('region', { name: 'Selected findings' }));
  return { api, bar, container, tick };
}

describe('triage of several findings', () => {
  it('says of how many each action is possible, by the table', async () => {
    const { bar, container, tick } = await open();
    await tick('One');
    await tick('Two');
    const actions = await bar();
    expect(actions.getByText('2 selected')).toBeInTheDocument();
    expect(
      actions.getAllByRole('button').map(button => button.textContent),
    ).toEqual([
      'Confirm 1 of 2',
      'Assign',
      'Link issue',
      'Not affected…',
      'False positive…',
      'Request waiver…',
      '',
    ]);
    expect(actions.queryByText(/second person/)).not.toBeInTheDocument();
    await tick('Three');
    expect(
      actions.getByText('High and critical dismissals need a second person'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('checkbox', { name: 'Select Not mine' }),
    ).not.toBeInTheDocument();
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('takes a range with Shift, and all with one tick', async () => {
    const { bar, tick } = await open();
    const user = userEvent.setup();
    await tick('One');
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('checkbox', { name: 'Select Three' }));
    await user.keyboard('{/Shift}');
    expect((await bar()).getByText('3 selected')).toBeInTheDocument();
    const all = screen.getByRole('checkbox', {
      name: 'Select all on this page',
    });
    expect(all).toBeChecked();
    await user.click(all);
    expect(
      screen.queryByRole('region', { name: 'Selected findings' }),
    ).not.toBeInTheDocument();
    all.focus();
    await user.keyboard(' ');
    expect((await bar()).getByText('3 selected')).toBeInTheDocument();
  });

  it('confirms those it applies to, and takes it back', async () => {
    const { api, bar, tick } = await open();
    await tick('One');
    await tick('Two');
    await userEvent.click(
      (await bar()).getByRole('button', { name: 'Confirm 1 of 2' }),
    );
    expect(await screen.findByText('1 finding confirmed.')).toBeInTheDocument();
    expect(api.done).toEqual([{ ids: ['f1'], action: 'confirm' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(api.undone).toEqual(['a1']));
    expect(
      await screen.findByText('1 finding put back as before.'),
    ).toBeInTheDocument();
  });

  it('names the findings that were refused, and what waits', async () => {
    const { api, bar, tick } = await open();
    api.outcome = () => ({
      results: [
        { id: 'f1', outcome: 'refused', reason: 'Not possible while resolved' },
        { id: 'f3', outcome: 'pending' },
      ],
    });
    await tick('One');
    await tick('Three');
    await userEvent.click(
      (await bar()).getByRole('button', { name: 'False positive…' }),
    );
    const form = within(await screen.findByRole('form'));
    const submit = form.getByRole('button', { name: 'False positive' });
    expect(submit).toBeDisabled();
    await userEvent.type(
      form.getByRole('textbox', { name: 'In your words' }),
      'test code',
    );
    await userEvent.click(submit);
    expect(
      await screen.findByText(/1 dismissal asked for: open until/),
    ).toHaveTextContent(
      'Not done for 1 finding:One: Not possible while resolved',
    );
    expect(api.done).toEqual([
      {
        ids: ['f1', 'f3'],
        action: 'dismiss',
        reason: 'false_positive',
        text: 'test code',
      },
    ]);
  });

  it('assigns to the reader', async () => {
    const { api, bar, tick } = await open('/');
    await tick('Two');
    await userEvent.click(
      (await bar()).getByRole('button', { name: 'Assign' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Assign to me' }),
    );
    await waitFor(() =>
      expect(api.done).toEqual([
        { ids: ['f2'], action: 'assign', assignee: ME },
      ]),
    );
  });
});
