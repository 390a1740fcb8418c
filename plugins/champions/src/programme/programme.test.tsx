import { NotAllowedError } from '@backstage/errors';
import { ChampionMeeting } from '@synchrony/backstage-plugin-champions-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeChampionsApi } from '../__testUtils__/FakeChampionsApi';
import {
  ASSIGNMENT,
  ME,
  NOW,
  PROGRAMME,
} from '../__testUtils__/programmeFixtures';
import { renderProgramme } from '../__testUtils__/renderProgramme';

describe('people of the programme', () => {
  it('lists them by name, and confirms and records training', async () => {
    const api = new FakeChampionsApi();
    renderProgramme(api, '/champions/people');

    const table = await screen.findByRole('table', { name: /by name/ });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(cell => cell.textContent),
    ).toEqual([
      expect.stringContaining('amara.rowe'),
      expect.stringContaining('yuki.tanabe'),
    ]);
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();

    await userEvent.click(
      screen.getByRole('button', {
        name: 'Training of user:default/amara.rowe',
      }),
    );
    const side = await screen.findByRole('complementary');
    await userEvent.click(
      await within(side).findByRole('button', { name: 'Confirm Core topics' }),
    );
    await userEvent.click(within(side).getByRole('button', { name: 'Record' }));
    await waitFor(() =>
      expect(api.sent.map(({ call }) => call)).toEqual(
        expect.arrayContaining(['confirmTraining', 'recordTraining']),
      ),
    );
    expect(
      api.sent.find(({ call }) => call === 'recordTraining')?.input,
    ).toMatchObject({ userRef: 'user:default/amara.rowe', courseId: 'core' });
    expect(await axe(side)).toHaveNoViolations();
  });

  it('is for captains only', async () => {
    const api = new FakeChampionsApi();
    api.me = { ...ME, isCaptain: false };
    api.getProgrammePeople = async () => {
      throw new NotAllowedError('no');
    };
    renderProgramme(api, '/champions/people');
    expect(
      await screen.findByText(/You can't see the people of the programme/),
    ).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('nominating', () => {
  it('opens for the scope that a link names, and closes for good', async () => {
    renderProgramme(
      new FakeChampionsApi(),
      '/champions/settings?nominate=group%3Adefault%2Finstant-payments',
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByDisplayValue(/instant-payments/),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});

describe('pipeline', () => {
  it('opens what the reader may know, and withdraws a nomination', async () => {
    const api = new FakeChampionsApi();
    renderProgramme(api, '/champions/pipeline');

    expect(await screen.findAllByText('not shown to you')).toHaveLength(1);
    expect(screen.getByText('Nobody here')).toBeVisible();
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Open champion of group:default/notifications',
      }),
    );
    const side = await screen.findByRole('complementary');
    expect(await within(side).findByText('She knows our APIs.')).toBeVisible();
    await userEvent.click(
      within(side).getByRole('button', { name: 'Withdraw the nomination' }),
    );
    await userEvent.click(
      within(within(side).getByRole('form')).getByRole('button', {
        name: 'Withdraw the nomination',
      }),
    );
    expect(api.sent).toContainEqual({
      call: 'actOnAssignment',
      input: { id: 'a1', action: 'withdrawNomination', version: 3 },
    });
    expect(await axe(side)).toHaveNoViolations();
  });

  it('agrees on what was offered, and activates only with a note', async () => {
    const api = new FakeChampionsApi();
    api.assignment = {
      ...ASSIGNMENT,
      status: 'accepted',
      offeredPct: 15,
      actions: ['agreeCapacity', 'activate', 'accept'],
    };
    renderProgramme(api, '/champions/pipeline?assignment=a3');

    const side = await screen.findByRole('complementary');
    expect(
      await within(side).findByText(/15 % of working time, offered/),
    ).toBeVisible();
    expect(
      within(side).queryByRole('button', { name: 'Accept' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      within(side).getByRole('button', { name: 'Agree on time' }),
    );
    await userEvent.click(
      within(within(side).getByRole('form')).getByRole('button', {
        name: 'Agree',
      }),
    );
    expect(api.sent).toContainEqual({
      call: 'actOnAssignment',
      input: { id: 'a3', action: 'agreeCapacity', version: 3, capacityPct: 15 },
    });

    await userEvent.click(
      await within(side).findByRole('button', { name: 'Make active' }),
    );
    const form = within(within(side).getByRole('form'));
    const submit = form.getByRole('button', { name: 'Make active' });
    expect(submit).toBeDisabled();
    await userEvent.type(form.getByLabelText(/Why/), 'Trained elsewhere');
    api.actOnAssignment = async () => {
      throw new Error('It changed since you read it.');
    };
    await userEvent.click(submit);
    expect(await form.findByRole('alert')).toHaveTextContent(
      'Not done: It changed since you read it.',
    );
  });
});

describe('effect', () => {
  it('gives an interval and no more than it allows, or says why nothing', async () => {
    renderProgramme(new FakeChampionsApi(), '/champions/effect');

    expect(await screen.findByText('× 0.82')).toBeVisible();
    expect(screen.getByText(/the whole interval is below/)).toBeVisible();
    expect(screen.getByText(/It may be no change at all/)).toBeVisible();
    expect(
      screen.getByText(/Only 12 findings came back; 30 are needed/),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /−4.0 points, 95 % interval/ }),
    ).toBeVisible();
    expect(screen.getByText(/cannot tell cause/)).toBeVisible();
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });
});

describe('settings', () => {
  it('shows what holds, where it comes from, and faults by line', async () => {
    const api = new FakeChampionsApi();
    api.programme = {
      ...PROGRAMME,
      faults: [{ message: 'maxScopes must be a number', line: 7, column: 3 }],
    };
    renderProgramme(api, '/champions/settings');

    expect(
      await screen.findByText('Line 7, column 3: maxScopes must be a number'),
    ).toBeVisible();
    expect(
      screen.getByText('https://git.example/programme.yaml'),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /Core topics 1 yes 365 days a captain/ }),
    ).toBeVisible();
    expect(screen.getByText('Tuesday 14:00 Europe/London')).toBeVisible();
    expect(
      screen.getByText('every Monday from 7:00 (Europe/London)'),
    ).toBeVisible();
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });
});

describe('meetings', () => {
  const MEETING: ChampionMeeting = {
    id: 'm1',
    title: 'Champions meeting',
    startsAt: '2099-12-03T14:00:00.000Z',
    minutes: 50,
    place: 'Room 4',
    isCancelled: false,
    version: 3,
    mayChange: true,
  };

  it('are announced by captains from any tab', async () => {
    const api = new FakeChampionsApi();
    api.meetings = { items: [], mayAnnounce: true };
    renderProgramme(api, '/champions/meetings');

    expect(await screen.findByText('No meeting is announced')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Announce meeting' }),
    );
    const form = within(
      await screen.findByRole('form', { name: 'Announce a meeting' }),
    );
    const submit = form.getByRole('button', { name: 'Announce' });
    expect(submit).toBeDisabled();
    await userEvent.type(form.getByLabelText('Title'), 'Champions meeting');
    const start = form.getByLabelText('Begins, by your clock');
    fireEvent.change(start, { target: { value: '2099-12-03T14:00' } });
    await userEvent.type(form.getByLabelText('Where? (optional)'), 'Room 4');
    await userEvent.click(submit);
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'announceMeeting',
        input: {
          title: 'Champions meeting',
          startsAt: new Date('2099-12-03T14:00').toISOString(),
          minutes: 45,
          place: 'Room 4',
        },
      }),
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('are changed and called off by captains', async () => {
    const api = new FakeChampionsApi();
    api.meetings = {
      items: [
        MEETING,
        {
          ...MEETING,
          id: 'm2',
          title: 'Guild',
          isCancelled: true,
          mayChange: false,
        },
      ],
      mayAnnounce: true,
    };
    renderProgramme(api, '/champions/meetings');

    expect(
      await screen.findByRole('row', {
        name: /Champions meeting .*, 50 min all champions Room 4/,
      }),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: /Guild Cancelled/ })).toBeVisible();
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
    const change = { name: 'Change Champions meeting' };
    await userEvent.click(screen.getByRole('button', change));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change' }),
    );
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'changeMeeting',
        input: {
          id: 'm1',
          title: 'Champions meeting',
          startsAt: MEETING.startsAt,
          minutes: 50,
          place: 'Room 4',
          version: 3,
        },
      }),
    );
    await userEvent.click(screen.getByRole('button', change));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Call it off' }),
    );
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'cancelMeeting',
        input: { id: 'm1', version: 3 },
      }),
    );
  });

  it('are only looked at by others', async () => {
    const api = new FakeChampionsApi();
    api.meetings = {
      items: [{ ...MEETING, mayChange: false }],
      mayAnnounce: false,
    };
    renderProgramme(api, '/champions/meetings');

    expect(await screen.findByText('Room 4')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Announce|Change/ }),
    ).not.toBeInTheDocument();
  });
});

describe('nominating and volunteering', () => {
  it('looks a person and a team up by their names', async () => {
    const api = new FakeChampionsApi();
    renderProgramme(api, '/champions/settings');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Nominate someone' }),
    );
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Nominate' });
    expect(submit).toBeDisabled();
    await userEvent.click(
      await within(dialog).findByRole('checkbox', { name: 'API security' }),
    );
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: /Who/ }),
      'Ola',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Ola Brandt/ }),
    );
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: /For what/ }),
      'gateway',
    );
    await screen.findByRole('option', { name: /Payments Gateway/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.click(
      within(dialog).getByRole('radio', { name: 'Deputy' }),
    );
    expect(await axe(dialog)).toHaveNoViolations();
    await userEvent.click(submit);

    expect(await within(dialog).findByRole('status')).toBeVisible();
    expect(api.sent).toContainEqual({
      call: 'nominate',
      input: {
        userRef: 'user:default/ola.brandt',
        scopeRef: 'group:default/payments-gateway',
        role: 'deputy',
        specialisms: ['api'],
      },
    });
  });

  it('offers help within the limits of the programme', async () => {
    const api = new FakeChampionsApi();
    renderProgramme(api, '/champions/settings', { mayNominate: false });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Offer to help' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      await within(dialog).findByRole('checkbox', { name: 'Threat modelling' }),
    );
    await userEvent.click(
      within(dialog).getByRole('radio', { name: /Also leads/ }),
    );
    expect(await axe(dialog)).toHaveNoViolations();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Save my offer' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.sent).toContainEqual({
      call: 'volunteer',
      input: {
        specialisms: ['threat-modelling'],
        capacityPct: 10,
        scopeRefs: [],
        willing: ['champion'],
        visibility: 'leads',
        note: undefined,
      },
    });
  });

  it('takes an offer back, and leaves it open when that fails', async () => {
    const api = new FakeChampionsApi();
    api.me = {
      ...ME,
      volunteer: {
        specialisms: [],
        capacityPct: 5,
        scopeRefs: ['group:default/payments-gateway'],
        willing: ['mentor'],
        visibility: 'captains',
        updatedAt: NOW,
      },
    };
    const stop = jest
      .spyOn(api, 'stopVolunteering')
      .mockRejectedValueOnce(new Error('not now'));
    renderProgramme(api, '/champions/settings');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Change my offer' }),
    );
    const back = await screen.findByRole('button', {
      name: 'Take my offer back',
    });
    await userEvent.click(back);
    expect(await screen.findByRole('alert')).toHaveTextContent('not now');
    await userEvent.click(back);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(stop).toHaveBeenCalledTimes(2);
  });
});
