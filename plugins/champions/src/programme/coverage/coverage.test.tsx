import { NotAllowedError } from '@backstage/errors';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeChampionsApi } from '../../__testUtils__/FakeChampionsApi';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { OVERVIEW, team } from '../../__testUtils__/programmeFixtures';
import { renderProgramme } from '../../__testUtils__/renderProgramme';

const ROUTE = '/champions/coverage';

/** A tile of the programme by its title. */
async function tile(title: string) {
  const term = await screen.findByText(title, { selector: 'dt' });
  return within(term.parentElement!);
}

describe('coverage of the programme', () => {
  it('counts teams, never people against each other, and leads to what it counts', async () => {
    renderProgramme(new FakeChampionsApi(), ROUTE);

    expect(
      await screen.findByText(
        '29 delivery teams · shown by coverage, never as a ranking of people',
      ),
    ).toBeVisible();
    const covered = await tile('Teams covered');
    expect(covered.getByText('of 29').parentElement).toHaveTextContent(
      '22 of 29',
    );
    expect(covered.getByRole('link', { name: '10 thin' })).toHaveAttribute(
      'href',
      '/champions/coverage?show=table&only=covered_thin',
    );
    expect(
      await (
        await tile('People')
      ).findByText(/1 per 13 developers, the aim is 1 per 25/),
    ).toBeVisible();
    expect(
      (await tile('Training level')).getByText('2 · 6 · 6 · 3'),
    ).toBeVisible();
    expect((await tile('OWASP SAMM')).getByText('At least half')).toBeVisible();
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('gives no figure about few people', async () => {
    const api = new FakeChampionsApi();
    api.overview = {
      ...OVERVIEW,
      levels: { isShown: false, minimum: 5 },
      daysToActive: { isShown: false, minimum: 5 },
      riskWeightedPct: undefined,
    };
    renderProgramme(api, ROUTE);

    expect(
      (await tile('Training level')).getByText('shown from 5 people on'),
    ).toBeVisible();
    expect(
      (await tile('By weight of risk')).getByText('not known'),
    ).toBeVisible();
    expect(
      await screen.findByText(/How long it takes is shown from 5 people on/),
    ).toBeVisible();
  });

  it('shows a state in words on each cell, moves by arrows and opens the chain', async () => {
    renderProgramme(new FakeChampionsApi(), ROUTE);

    const first = await screen.findByRole('button', {
      name: /^Instant Payments amara.rowe, no deputy, Thin, 14 components/,
    });
    act(() => first.focus());
    await userEvent.keyboard('{ArrowRight}');
    const core = screen.getByRole('button', {
      name: /^Payments Core .*\+ deputy/,
    });
    expect(core).toHaveFocus();
    expect(first).toHaveAttribute('tabindex', '-1');
    expect(
      screen.getByRole('button', { name: /^Payments Gateway No champion/ }),
    ).toHaveTextContent('5 tier-1');
    expect(
      screen.getByRole('button', { name: /^Direct Debits .*leaves 12 Dec/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /^Notifications Pending/ }),
    ).toBeInTheDocument();

    await userEvent.keyboard('{Enter}');
    const side = await screen.findByRole('complementary', {
      name: 'Payments Core',
    });
    expect(
      await within(side).findByText('Where a champion can stand'),
    ).toBeVisible();
    expect(within(side).getByText('bo.lin')).toBeVisible();
    await userEvent.click(
      within(side).getByRole('button', { name: 'Nominate for Payments Core' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByRole('combobox', { name: /For what/ }),
    ).toHaveValue('payments-core');
    await userEvent.keyboard('{Escape}{Escape}');
    await waitFor(() => expect(core).toHaveFocus());
  });

  it('says all reasons of a small cell in its name and its tooltip', async () => {
    const api = new FakeChampionsApi();
    api.map = {
      ...api.map,
      items: [
        team('Cards', 'retail-payments', 4, {
          reasons: ['no_deputy', 'too_many_scopes'],
        }),
      ],
    };
    renderProgramme(api, ROUTE);

    const both = /no deputy, one person for too many teams/;
    const cell = await screen.findByRole('button', { name: both });
    expect(cell).toHaveAttribute('title', expect.stringMatching(both));
    expect(
      within(cell).getByText(both, { selector: '[aria-hidden]' }),
    ).toBeInTheDocument();
  });

  it('has a table that says the same, for all or for some', async () => {
    renderProgramme(
      new FakeChampionsApi(),
      `${ROUTE}?show=table&only=too_many_scopes`,
    );

    const table = await screen.findByRole('table', {
      name: 'Coverage by team',
    });
    expect(
      within(table).getByRole('row', {
        name: /Customer Auth .*Thin .*one person for too many teams/,
      }),
    ).toBeVisible();
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: /Teams/ }));
    await userEvent.click(screen.getByRole('option', { name: 'All teams' }));
    expect(within(table).getAllByRole('row')).toHaveLength(11);
    expect(await axe(table)).toHaveNoViolations();
  });

  it('lists what the figures count, and no team that needs nobody', async () => {
    const api = new FakeChampionsApi();
    api.map = {
      ...api.map,
      items: [
        team('Needed', 'retail-payments', 4),
        team('Library', 'retail-payments', 4, { mustBeCovered: false }),
        team('Archive', 'retail-payments', 4, {
          state: 'uncovered',
          reasons: ['nobody'],
          primary: undefined,
          mustBeCovered: false,
        }),
      ],
    };
    const { unmount } = renderProgramme(
      api,
      `${ROUTE}?show=table&only=covered_thin`,
    );
    const table = await screen.findByRole('table', {
      name: 'Coverage by team',
    });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(1);
    unmount();

    renderProgramme(api, ROUTE);
    const legend = await screen.findByRole('list', { name: 'Legend' });
    expect(legend).toHaveTextContent('Thin 1:');
    expect(legend).toHaveTextContent('Not asked for 1:');
    expect(screen.getByText('1 of 1 teams')).toBeVisible();
  });

  it('warns where too much hangs on one person', async () => {
    renderProgramme(new FakeChampionsApi(), ROUTE);

    expect(await screen.findByText('One person covers 4 teams.')).toBeVisible();
    const stop = screen.getByRole('slider', { name: /by number of teams/ });
    expect(stop).toHaveAttribute(
      'aria-valuetext',
      '1 champion for 4 teams, above the limit',
    );
    await userEvent.click(
      within(
        screen.getByRole('radiogroup', { name: 'Dependence shown as' }),
      ).getByRole('radio', { name: 'Table' }),
    );
    expect(screen.getByRole('row', { name: '4 teams 1 above' })).toBeVisible();
  });

  it('names who is on the way and who offered only to those who may know', async () => {
    const api = new FakeChampionsApi();
    renderProgramme(api, ROUTE);

    const nominated = await screen.findByRole('listitem', {
      name: /^Nominated/,
    });
    expect(nominated).toHaveTextContent('notifications: elena.sato');
    expect(nominated).toHaveTextContent(/loan-servicing$/);
    expect(screen.getByText('nobody offered to help here')).toBeVisible();
    expect(
      screen.queryByRole('button', {
        name: 'Nominate for group:default/loan-servicing',
      }),
    ).toBeNull();

    await userEvent.click(
      screen.getByRole('button', { name: 'Ask user:default/dario.conti' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Nominate' }),
    );
    expect(await within(dialog).findByRole('status')).toHaveTextContent(
      'Nothing is public until they accept, within 21 days',
    );
    expect(api.sent).toContainEqual({
      call: 'nominate',
      input: {
        userRef: 'user:default/dario.conti',
        scopeRef: 'group:default/payments-gateway',
        role: 'primary',
      },
    });
  });

  it('looks again when champions change', async () => {
    const api = new FakeChampionsApi();
    const signals = new FakeSignals();
    renderProgramme(api, ROUTE, { signals });
    await tile('At risk');

    api.overview = { ...OVERVIEW, totalTeams: 30 };
    act(() => signals.send('champions', {}));
    expect(
      await screen.findByText(/^30 delivery teams/, undefined, {
        timeout: 9_000,
      }),
    ).toBeVisible();
  });

  it.each([
    [new NotAllowedError('no'), /You can't see who covers what/],
    [new Error('down'), /Coverage unavailable/],
  ])('says when it is not to be seen: %s', async (error, words) => {
    const api = new FakeChampionsApi();
    api.error = error;
    renderProgramme(api, ROUTE);
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('says that there is nothing yet', async () => {
    const api = new FakeChampionsApi();
    api.map = { ...api.map, items: [] };
    api.vacancies = { ...api.vacancies, items: [] };
    api.overview = { ...OVERVIEW, busFactor: [], tiers: [] };
    renderProgramme(api, ROUTE);
    expect(await screen.findByText('No team to cover yet')).toBeVisible();
    expect(await screen.findByText('No vacancy')).toBeVisible();
    expect(screen.getByText('Nobody is champion yet')).toBeVisible();
  });
});
