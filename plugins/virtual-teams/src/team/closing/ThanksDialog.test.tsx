import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeVirtualTeamsApi } from '../../__testUtils__/FakeVirtualTeamsApi';
import { membership, TEAM } from '../../__testUtils__/fixtures';
import { renderPart } from '../../__testUtils__/renderTeams';
import { ThanksDialog } from './ThanksDialog';

async function openDialog(api: FakeVirtualTeamsApi) {
  const onClose = jest.fn();
  renderPart(
    api,
    <ThanksDialog team={TEAM} onDone={jest.fn()} onClose={onClose} />,
  );
  const dialog = await screen.findByRole('dialog', { name: 'Thank members' });
  return {
    dialog,
    onClose,
    message: within(dialog).getByRole('textbox', { name: 'Message' }),
    send: within(dialog).getByRole('button', { name: 'Send thanks' }),
  };
}

describe('ThanksDialog', () => {
  it('offers each who is or was in once, and sends to those who are chosen', async () => {
    const api = new FakeVirtualTeamsApi();
    api.memberships.items = [
      ...api.memberships.items,
      membership('m-tom', 'tom.wirth', { status: 'left' }),
      membership('m-noor-2', 'noor.chaudhry', { status: 'left' }),
    ];
    const { dialog, message, onClose, send } = await openDialog(api);
    const to = await within(dialog).findByRole('group', { name: 'To' });
    await within(to).findByRole('checkbox', { name: 'noor.chaudhry' });
    expect(
      within(to)
        .getAllByRole('checkbox')
        .map(each => each.closest('label')?.textContent),
    ).toEqual(['yuki.arai', 'amara.rowe', 'noor.chaudhry', 'tom.wirth']);
    expect(await axe(dialog)).toHaveNoViolations();

    await userEvent.type(message, ' Thank you both ');
    expect(send).toBeDisabled();
    for (const name of ['tom.wirth', 'yuki.arai', 'noor.chaudhry']) {
      await userEvent.click(within(to).getByRole('checkbox', { name }));
    }
    await userEvent.click(
      within(to).getByRole('checkbox', { name: 'yuki.arai' }),
    );
    await userEvent.click(send);
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(api.sent).toEqual([
      {
        call: 'thank',
        input: {
          teamRef: TEAM.teamRef,
          to: ['user:default/tom.wirth', 'user:default/noor.chaudhry'],
          message: 'Thank you both',
        },
      },
    ]);
  });

  it('says when it is not known who was in the team', async () => {
    const api = new FakeVirtualTeamsApi();
    api.error = new NotAllowedError('no');
    const { dialog, send } = await openDialog(api);
    expect(
      await within(dialog).findByText(/You can't see members/),
    ).toBeVisible();
    expect(send).toBeDisabled();
  });

  it('stays open with what was typed, and says why it was refused', async () => {
    const api = new FakeVirtualTeamsApi({
      thank: async () => {
        throw new Error('Erased people can not be thanked');
      },
    });
    const { dialog, message, onClose, send } = await openDialog(api);
    await userEvent.click(
      await within(dialog).findByRole('checkbox', { name: 'yuki.arai' }),
    );
    await userEvent.type(message, 'Thank you');
    await userEvent.click(send);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Not done: Erased people can not be thanked',
    );
    expect(message).toHaveValue('Thank you');
    expect(onClose).not.toHaveBeenCalled();
  });
});
