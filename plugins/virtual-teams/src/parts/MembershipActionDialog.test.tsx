import {
  Membership,
  MembershipAction,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeVirtualTeamsApi } from '../__testUtils__/FakeVirtualTeamsApi';
import { membership } from '../__testUtils__/fixtures';
import { renderPart } from '../__testUtils__/renderTeams';
import { dayAhead, MEMBERSHIP_ACTION_WORDS } from '../words';
import { MembershipActionDialog } from './MembershipActionDialog';

const NOTE = 'A note (optional)';
const WHY = 'Why';
const SHARE = 'Share of your working time, in percent (optional)';
const DAY = 'Last day';
/** Not the group around a field, which has the same label. */
const FIELD = { selector: 'input, textarea' };

async function openDialog(
  action: MembershipAction,
  api = new FakeVirtualTeamsApi(),
  shown: Partial<Membership> = {},
) {
  const onDone = jest.fn();
  const onClose = jest.fn();
  renderPart(
    api,
    <MembershipActionDialog
      membership={membership('m-1', 'noor.chaudhry', { version: 3, ...shown })}
      teamTitle="Passkeys Everywhere"
      action={action}
      onDone={onDone}
      onClose={onClose}
    />,
  );
  const words = MEMBERSHIP_ACTION_WORDS[action];
  const dialog = await screen.findByRole('dialog', {
    name: `${words}: Passkeys Everywhere`,
  });
  return {
    dialog,
    onClose,
    onDone,
    field: (label: string) => within(dialog).getByLabelText(label, FIELD),
    submit: within(dialog).getByRole('button', { name: words }),
  };
}

describe('MembershipActionDialog', () => {
  it.each<[MembershipAction, string[]]>([
    ['accept', [SHARE]],
    ['decline', [NOTE]],
    ['withdrawInvitation', [NOTE]],
    ['approve', [NOTE]],
    ['reject', [WHY]],
    ['withdrawRequest', []],
    ['announceLeave', [DAY, NOTE]],
    ['cancelLeave', []],
    ['leave', [NOTE]],
    ['remove', [WHY]],
  ])('asks for %s what it needs, and no more', async (action, asked) => {
    const { dialog, submit } = await openDialog(action);
    const shown = [SHARE, DAY, NOTE, WHY].filter(
      label => within(dialog).queryByLabelText(label, FIELD) !== null,
    );
    expect(shown).toEqual(asked);
    const isMissing = asked.includes(WHY) || asked.includes(DAY);
    expect(submit.hasAttribute('disabled')).toBe(isMissing);
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    expect(await axe(dialog)).toHaveNoViolations();
  });

  it('accepts with the share that was offered, or with another or none', async () => {
    const api = new FakeVirtualTeamsApi();
    const { field, onClose, onDone, submit } = await openDialog('accept', api);
    expect(field(SHARE)).toHaveValue('10');
    await userEvent.clear(field(SHARE));
    await userEvent.type(field(SHARE), '15');
    await userEvent.click(submit);
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(onDone).toHaveBeenCalledTimes(1);
    expect(api.sent).toEqual([
      {
        call: 'actOnMembership',
        input: { id: 'm-1', action: 'accept', version: 3, allocationPct: 15 },
      },
    ]);
  });

  it('accepts without a share where none is written', async () => {
    const api = new FakeVirtualTeamsApi();
    const { onClose, submit } = await openDialog('accept', api, {
      allocationPct: undefined,
    });
    await userEvent.click(submit);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(api.sent[0].input).toEqual({
      id: 'm-1',
      action: 'accept',
      version: 3,
    });
  });

  it('leaves on a day ahead, with a note that few read', async () => {
    const api = new FakeVirtualTeamsApi();
    const { field, onClose, submit } = await openDialog('announceLeave', api);
    expect(field(NOTE)).toHaveAccessibleDescription(/who lead the team/);
    expect(field(DAY)).toHaveAttribute('min', dayAhead(1));
    await userEvent.type(field(DAY), dayAhead(14));
    await userEvent.type(field(NOTE), ' Parental leave ');
    await userEvent.click(submit);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(api.sent[0].input).toEqual({
      id: 'm-1',
      action: 'announceLeave',
      version: 3,
      note: 'Parental leave',
      until: dayAhead(14),
    });
  });

  it('takes no blanks for a reason, and says why it was refused', async () => {
    const api = new FakeVirtualTeamsApi({
      actOnMembership: async () => {
        throw new Error('Somebody else has to lead first');
      },
    });
    const { dialog, field, onClose, submit } = await openDialog('remove', api);
    await userEvent.type(field(WHY), '   ');
    expect(submit).toBeDisabled();
    await userEvent.type(field(WHY), 'Moved on');
    await userEvent.click(submit);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Not done: Somebody else has to lead first',
    );
    expect(field(WHY)).toHaveValue('   Moved on');
    expect(onClose).not.toHaveBeenCalled();
  });
});
