import { Team } from '@synchrony/backstage-plugin-virtual-teams-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeVirtualTeamsApi } from '../../__testUtils__/FakeVirtualTeamsApi';
import { NOW, PLATFORMS, TEAM } from '../../__testUtils__/fixtures';
import { renderPart } from '../../__testUtils__/renderTeams';
import { OutcomeDialog } from './OutcomeDialog';

const CLOSING: Team = { ...TEAM, status: 'closing' };

async function openDialog(team = CLOSING, api = new FakeVirtualTeamsApi()) {
  const onDone = jest.fn();
  const onClose = jest.fn();
  renderPart(
    api,
    <OutcomeDialog team={team} onDone={onDone} onClose={onClose} />,
  );
  const dialog = await screen.findByRole('dialog', {
    name: 'Outcome of the team',
  });
  const text = (name: string | RegExp) =>
    within(dialog).getByRole('textbox', { name });
  return {
    dialog,
    onClose,
    onDone,
    text,
    owner: within(dialog).getByRole('combobox', { name: /Who takes over/ }),
    save: within(dialog).getByRole('button', { name: 'Save the outcome' }),
  };
}

describe('OutcomeDialog', () => {
  it('needs what came of it and who takes over, and sends no empty part', async () => {
    const api = new FakeVirtualTeamsApi();
    const { dialog, onClose, onDone, owner, save, text } = await openDialog(
      CLOSING,
      api,
    );
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    expect(owner).toHaveAccessibleDescription(/no virtual team/);
    expect(await axe(dialog)).toHaveNoViolations();
    await userEvent.type(text('What came of it'), 'Nine journeys use passkeys');
    expect(save).toBeDisabled();
    await userEvent.click(owner);
    await userEvent.click(
      await screen.findByRole('option', { name: /Identity & Access/ }),
    );
    await userEvent.click(save);
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(onDone).toHaveBeenCalledTimes(1);
    expect(api.sent).toEqual([
      {
        call: 'recordOutcome',
        input: {
          teamRef: TEAM.teamRef,
          version: 7,
          summary: 'Nine journeys use passkeys',
          handoverOwnerRef: PLATFORMS.identity,
          artefacts: [],
          values: { journeys: 45, resets: 11 },
        },
      },
    ]);
  });

  it('begins with what was written down, and loses no half of an artefact', async () => {
    const api = new FakeVirtualTeamsApi();
    const artefact = { title: 'Guide', url: 'https://docs.example/passkeys' };
    const record = {
      summary: 'Nine journeys use passkeys',
      stillOpen: 'Branch terminals',
      story: 'It began with a lost phone',
      handoverOwnerRef: PLATFORMS.identity,
      artefacts: [artefact],
      recordedAt: NOW,
    };
    const { dialog, onClose, owner, save, text } = await openDialog(
      { ...CLOSING, outcomeRecord: record },
      api,
    );
    expect(owner).toHaveValue('identity-access');
    expect(text(/What is left/)).toHaveValue('Branch terminals');
    expect(text(/story/)).toHaveValue('It began with a lost phone');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Add what was made' }),
    );
    await userEvent.type(text('Name of artefact 2'), 'Library');
    expect(save).toBeDisabled();
    expect(
      within(dialog).getByText(/each artefact a name and an address/),
    ).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Remove artefact 2' }),
    );
    await userEvent.clear(text(/What is left/));
    await userEvent.click(save);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(api.sent[0].input).toEqual({
      teamRef: TEAM.teamRef,
      version: 7,
      summary: record.summary,
      story: record.story,
      handoverOwnerRef: PLATFORMS.identity,
      artefacts: [artefact],
      values: { journeys: 45, resets: 11 },
    });
  });

  it('stays open with what was typed, and says why it was refused', async () => {
    const api = new FakeVirtualTeamsApi({
      recordOutcome: async () => {
        throw new Error('A virtual team can not take over');
      },
    });
    const { dialog, onClose, owner, save, text } = await openDialog(
      CLOSING,
      api,
    );
    await userEvent.type(text('What came of it'), 'Done');
    await userEvent.click(owner);
    await userEvent.click(
      await screen.findByRole('option', { name: /Identity & Access/ }),
    );
    await userEvent.click(save);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Not done: A virtual team can not take over',
    );
    expect(text('What came of it')).toHaveValue('Done');
    expect(onClose).not.toHaveBeenCalled();
  });
});
