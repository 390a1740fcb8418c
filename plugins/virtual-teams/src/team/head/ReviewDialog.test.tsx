import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeVirtualTeamsApi } from '../../__testUtils__/FakeVirtualTeamsApi';
import { TEAM } from '../../__testUtils__/fixtures';
import { renderPart } from '../../__testUtils__/renderTeams';
import { dayAhead } from '../../words';
import { ReviewDialog } from './ReviewDialog';

async function openDialog(api = new FakeVirtualTeamsApi()) {
  const onDone = jest.fn();
  const onClose = jest.fn();
  renderPart(
    api,
    <ReviewDialog team={TEAM} onDone={onDone} onClose={onClose} />,
  );
  const dialog = await screen.findByRole('dialog', { name: 'Write a review' });
  const shown = within(dialog);
  return {
    dialog,
    onClose,
    onDone,
    found: shown.getByRole('textbox', { name: 'What you found' }),
    journeys: shown.getByRole('textbox', { name: 'Journeys with passkeys, %' }),
    next: shown.getByLabelText('Next review'),
    save: shown.getByRole('button', { name: 'Save the review' }),
  };
}

describe('ReviewDialog', () => {
  it('begins with the newest values and a day, and asks what was found', async () => {
    const { dialog, journeys, next, save } = await openDialog();
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    expect(journeys).toHaveValue('45');
    expect(journeys).toHaveAccessibleDescription('10 at the start, aim 100');
    expect(next).toHaveValue(dayAhead(30));
    expect(save).toBeDisabled();
    expect(await axe(dialog)).toHaveNoViolations();
  });

  it('sends note, day and values with the version that was read, and closes', async () => {
    const api = new FakeVirtualTeamsApi();
    const { found, journeys, next, onClose, onDone, save } =
      await openDialog(api);
    await userEvent.clear(journeys);
    await userEvent.type(journeys, '52.5');
    await userEvent.type(found, ' Web is done ');
    await userEvent.clear(next);
    expect(save).toBeDisabled();
    await userEvent.type(next, '2027-01-15');
    await userEvent.click(save);
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(onDone).toHaveBeenCalledTimes(1);
    expect(api.sent).toEqual([
      {
        call: 'reviewTeam',
        input: {
          teamRef: TEAM.teamRef,
          version: 7,
          note: 'Web is done',
          nextReviewAt: '2027-01-15',
          values: { journeys: 52.5, resets: 11 },
        },
      },
    ]);
  });

  it('drops no value that is no number, and leaves out an empty one', async () => {
    const api = new FakeVirtualTeamsApi();
    const { found, journeys, onClose, save } = await openDialog(api);
    await userEvent.type(found, 'Web is done');
    await userEvent.clear(journeys);
    await userEvent.type(journeys, 'most');
    expect(journeys).toBeInvalid();
    expect(journeys).toHaveAccessibleDescription(/Write a number/);
    expect(save).toBeDisabled();
    await userEvent.clear(journeys);
    await userEvent.click(save);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(api.sent[0].input).toMatchObject({ values: { resets: 11 } });
  });

  it('stays open with what was typed, and says why it was refused', async () => {
    const api = new FakeVirtualTeamsApi({
      reviewTeam: async () => {
        throw new Error('Somebody else changed the team');
      },
    });
    const { dialog, found, onClose, onDone, save } = await openDialog(api);
    await userEvent.type(found, 'Web is done');
    await userEvent.click(save);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Not done: Somebody else changed the team',
    );
    expect(found).toHaveValue('Web is done');
    expect(save).toBeEnabled();
    expect(onDone).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});
