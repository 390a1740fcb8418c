import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import { daysFromNow } from '../__testUtils__/fixtures';
import { ingestionApiRef } from '../api';
import { CheckWaiver } from './CheckWaiver';

describe('CheckWaiver', () => {
  it('hands the id of the waiver to who asked for the dialog', async () => {
    const api = new FakeIngestionApi();
    const onRequested = jest.fn();
    renderInTestApp(
      <CheckWaiver
        entityRef="component:default/api"
        checkId="code.sast-active"
        onRequested={onRequested}
        onClose={jest.fn()}
      />,
      { apis: [[ingestionApiRef, api]] },
    );
    await screen.findByText(/^Hides/);
    const set = (label: RegExp, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    set(/Why is it not fixed/, 'The new scanner comes next month');
    set(/What can happen/, 'Unlikely behind the proxy');
    set(/Until the end of/, daysFromNow(10).slice(0, 10));
    await userEvent.click(
      screen.getByRole('button', { name: 'Request waiver' }),
    );
    await waitFor(() =>
      expect(onRequested).toHaveBeenCalledWith(expect.stringMatching(/./)),
    );
    expect(api.requested[0].target).toEqual({
      kind: 'check',
      entityRef: 'component:default/api',
      checkIds: ['code.sast-active'],
    });
  });
});
