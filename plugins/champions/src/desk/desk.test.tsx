import { ResponseError } from '@backstage/errors';
import { NotAllowedError } from '@backstage/errors';
import { CHAMPIONS_SIGNAL_CHANNEL } from '@synchrony/backstage-plugin-champions-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  assignment,
  BRIEF,
  DESK,
  EMPTY_DESK,
  MEETINGS,
  QUESTION,
  TEAM,
} from '../__testUtils__/deskFixtures';
import { FakeChampionsApi } from '../__testUtils__/FakeChampionsApi';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { ME } from '../__testUtils__/programmeFixtures';
import { renderAsAmara } from '../__testUtils__/renderDesk';
import { Figures } from './brief/Figures';
import { AssignmentButtons } from './dialogs';
import { DeskPage } from './DeskPage';
import { DeskWidget } from './DeskWidget';

/** Signals are answered at most every two seconds. */
const FOLLOWED = { timeout: 9_000 };

function withDesk(
  more: ConstructorParameters<typeof FakeChampionsApi>[0] = {},
): FakeChampionsApi {
  return new FakeChampionsApi({
    getDesk: async () => DESK,
    getBrief: async () => BRIEF,
    ...more,
  });
}

function region(name: string) {
  return screen.findByRole('region', { name });
}

describe('DeskPage', () => {
  it('shows what needs me by urgency, with why, time left and where it is done', async () => {
    const { container } = renderAsAmara(<DeskPage />, withDesk());

    const now = await region('Now');
    expect(now).toHaveTextContent(
      'Request smuggling over HTTP/2KEV: exploitedinstant-payments-api · netty-codec-http2',
    );
    expect(now).toHaveTextContent(/y left/);
    expect(
      within(now).getByRole('link', {
        name: 'Open finding Request smuggling over HTTP/2',
      }),
    ).toHaveAttribute('href', '/findings?finding=f1');
    expect(await region('This week')).toHaveTextContent('Timing leak');
    expect(await region('Later')).toHaveTextContent('Nothing needs you.');
    expect(await region('Evidence went quiet')).toHaveTextContent(
      'not the same as no findings',
    );
    expect(container).toHaveTextContent(
      'At least 3 things need you · exploited first, then what runs out first · as of',
    );
    await screen.findByText('not known');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('keeps empty, forbidden and missing sections apart, and in view', async () => {
    renderAsAmara(<DeskPage />, withDesk());

    expect(await region('New critical findings')).toHaveTextContent(
      /Nothing needs you\. Last checked \d\d:\d\d, 14 components in your scopes\./,
    );
    expect(await region('Waivers to decide on or that end')).toHaveTextContent(
      'You can’t see these.',
    );
    expect(await region('Actions from scorecard reviews')).toHaveTextContent(
      'That does not mean that there is nothing.',
    );
    expect(
      screen.getByRole('button', { name: '? waivers to act on, not known' }),
    ).toBeInTheDocument();
  });

  it('looks again when an assignment changes elsewhere', async () => {
    let desk = DESK;
    const signals = new FakeSignals();
    renderAsAmara(<DeskPage />, withDesk({ getDesk: async () => desk }), '/', {
      signals,
    });
    expect(await region('This week')).toHaveTextContent('Timing leak');

    desk = EMPTY_DESK;
    act(() => signals.send(CHAMPIONS_SIGNAL_CHANNEL, {}));
    expect(
      await screen.findByRole('link', { name: 'Offer to help' }, FOLLOWED),
    ).toBeInTheDocument();
  });

  it.each([
    ['/findings?scope=group%3Adefault%2Finstant-payments', TEAM],
    ['/findings?scope=domain%3Adefault%2Fpayments', 'domain:default/payments'],
    [
      '/catalog/default/component/api/security/findings?groupBy=none',
      'component:default/api',
    ],
  ])('opens the findings that a brief counts: %s', async (list, scopeRef) => {
    renderAsAmara(<Figures brief={{ ...BRIEF, scopeRef }} />, withDesk());

    expect(
      await screen.findByRole('link', { name: /^0\s+overdue/ }),
    ).toHaveAttribute('href', `${list}&overdue=true`);
    expect(screen.getByRole('link', { name: /^11\s+new/ })).toHaveAttribute(
      'href',
      `${list}&status=all&firstSeenFrom=2026-11-01&firstSeenTo=2026-11-30`,
    );
    expect(screen.getByRole('link', { name: /^14\s+fixed/ })).toHaveAttribute(
      'href',
      `${list}&status=resolved&resolvedFrom=2026-11-01&resolvedTo=2026-11-30`,
    );
  });

  it('shows only what its address says is due, and all again', async () => {
    renderAsAmara(<DeskPage />, withDesk(), '/?urgency=week');

    expect(await region('This week')).toHaveTextContent('Timing leak');
    expect(screen.queryByRole('region', { name: 'Now' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await region('Now')).toBeInTheDocument();
  });

  it('narrows the desk to one section by its counter, with the keyboard', async () => {
    renderAsAmara(<DeskPage />, withDesk());
    const counter = await screen.findByRole('button', {
      name: '1 without evidence',
    });

    counter.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'This week' })).toBeNull(),
    );
    expect(counter).toHaveAttribute('aria-pressed', 'true');
    expect(await region('Evidence went quiet')).toBeInTheDocument();

    await userEvent.keyboard('{Enter}');
    expect(await region('This week')).toBeInTheDocument();
  });

  it('shows my scope with its levels and the rows behind them', async () => {
    renderAsAmara(
      <DeskPage />,
      withDesk({ getMeetings: async () => MEETINGS }),
    );

    const scope = within(await region('Your scope'));
    expect(scope.getByText('Covered thinly')).toBeInTheDocument();
    expect(scope.getByRole('link', { name: '14 components' })).toHaveAttribute(
      'href',
      `/scorecards?within=${TEAM}`,
    );
    expect(scope.getByRole('link', { name: '6' })).toHaveAttribute(
      'href',
      `/scorecards?within=${TEAM}&level=bronze`,
    );
    expect(
      scope.getByText(
        /20 % of your time is agreed. Confirm again by 12 Apr 2027/,
      ),
    ).toBeInTheDocument();
    expect(await region('Next')).toHaveTextContent(
      '12 Apr 2027 Confirm again for instant-payments',
    );
    expect(await region('Next')).toHaveTextContent('Tuesdays 14:00 Ask AppSec');
    expect(await region('Next')).toHaveTextContent(
      /Champions meeting, 45 min.*Guild is cancelled/,
    );
    expect(
      screen.getByRole('link', { name: 'Champions meeting' }),
    ).toHaveAttribute('href', 'https://meet.example.com/champions');
  });

  it('withdraws after saying what happens at once', async () => {
    const api = withDesk();
    renderAsAmara(<DeskPage />, api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Withdraw: instant-payments' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(/you are no longer shown as champion there/),
    ).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Withdraw now' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.sent).toContainEqual({
      call: 'actOnAssignment',
      input: { id: 'a1', action: 'withdraw', version: 4 },
    });
    expect(
      screen.getByText('Withdrawn. You are no longer shown there.'),
    ).toBeInTheDocument();
  });

  it('steps down only with a day', async () => {
    const api = withDesk();
    renderAsAmara(<DeskPage />, api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Step down: instant-payments',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const submit = dialog.getByRole('button', { name: 'Step down' });
    expect(submit).toBeDisabled();

    const day = dialog.getByLabelText('You stop on');
    await userEvent.type(day, day.getAttribute('max')!);
    await userEvent.click(submit);

    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'actOnAssignment',
        input: {
          id: 'a1',
          action: 'announceStepDown',
          version: 4,
          endsAt: `${day.getAttribute('max')}T00:00:00.000Z`,
        },
      }),
    );
  });

  it('hands over only to somebody who stands ready', async () => {
    const api = withDesk({
      getAssignments: async ({ scopeRef }) => {
        const items = scopeRef
          ? [
              assignment(),
              assignment({
                id: 'a2',
                userRef: 'user:default/bo.lin',
                role: 'deputy',
              }),
            ]
          : [];
        return { items, totalItems: items.length, pageInfo: {} };
      },
    });
    renderAsAmara(<DeskPage />, api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Hand over: instant-payments',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(
      await dialog.findByRole('radio', { name: 'bo.lin · Deputy · Active' }),
    );
    expect(dialog.getAllByRole('radio')).toHaveLength(1);
    await userEvent.click(dialog.getByRole('button', { name: 'Hand over' }));

    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'actOnAssignment',
        input: {
          id: 'a1',
          action: 'handOver',
          version: 4,
          successorRef: 'user:default/bo.lin',
        },
      }),
    );
  });

  it('asks again where somebody would give more than the limit', async () => {
    const sent: unknown[] = [];
    const refused = await ResponseError.fromResponse(
      Response.json(
        {
          error: {
            name: 'OverCapacityError',
            message: 'It is more than 20 %',
            details: { path: 'body.confirmOverCapacity' },
          },
          response: { statusCode: 422 },
        },
        { status: 422 },
      ),
    );
    const api = withDesk({
      actOnAssignment: async (_id, input) => {
        sent.push(input.confirmOverCapacity);
        if (!input.confirmOverCapacity) {
          throw refused;
        }
        return assignment();
      },
    });
    api.me = {
      ...ME,
      assignments: [
        assignment({ status: 'accepted', actions: ['agreeCapacity'] }),
      ],
    };
    renderAsAmara(
      <AssignmentButtons
        assignment={api.me.assignments[0]}
        onChanged={() => {}}
      />,
      api,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /^Agree on time/ }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const agree = dialog.getByRole('button', { name: 'Agree' });
    await userEvent.click(agree);
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'more than 20 %',
    );
    await userEvent.click(dialog.getByRole('checkbox'));
    await userEvent.click(agree);
    await waitFor(() => expect(sent).toEqual([undefined, true]));
  });

  it('says where I am asked what my yes means, and accepts with my time', async () => {
    const api = withDesk({ getDesk: async () => EMPTY_DESK });
    api.me = {
      ...ME,
      assignments: [
        assignment({
          status: 'nominated',
          capacityPct: undefined,
          nominatedBy: 'user:default/bo.lin',
          reason: 'She knows our APIs.',
          actions: ['accept', 'decline'],
        }),
      ],
    };
    renderAsAmara(<DeskPage />, api);

    const invitations = await region('Invitations');
    expect(
      await within(invitations).findByText('“She knows our APIs.”'),
    ).toBeInTheDocument();
    expect(invitations).toHaveTextContent(
      'Nobody else sees it before your yes; from then on it is public.',
    );
    await userEvent.click(
      within(invitations).getByRole('button', {
        name: 'Accept: instant-payments',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const time = dialog.getByRole('textbox', {
      name: 'Share of working time, in percent',
    });
    await userEvent.clear(time);
    await userEvent.type(time, '15');
    await userEvent.tab();
    await userEvent.click(dialog.getByRole('button', { name: 'Accept' }));

    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'actOnAssignment',
        input: { id: 'a1', action: 'accept', version: 4, capacityPct: 15 },
      }),
    );
  });

  it('says in the dialog that it was changed meanwhile, and reloads', async () => {
    const conflict = Object.assign(new Error('is at version 5'), {
      name: 'ConflictError',
    });
    let reads = 0;
    const api = withDesk({
      getDesk: async () => {
        reads += 1;
        return DESK;
      },
      actOnAssignment: async () => {
        throw conflict;
      },
    });
    renderAsAmara(<DeskPage />, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Confirm: instant-payments' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Confirm' }));

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Not done: it was changed meanwhile.',
    );
    const before = reads;
    await userEvent.click(dialog.getByRole('button', { name: 'Reload' }));
    await waitFor(() => expect(reads).toBeGreaterThan(before));
  });

  it('lets a lead agree on the time of somebody who accepted', async () => {
    const api = withDesk({
      getDesk: async () => EMPTY_DESK,
      getAssignments: async () => ({
        items: [
          assignment({
            userRef: 'user:default/bo.lin',
            status: 'accepted',
            capacityPct: undefined,
            offeredPct: 10,
            actions: ['agreeCapacity'],
          }),
          assignment({ id: 'a9', status: 'accepted', actions: [] }),
        ],
        totalItems: 2,
        pageInfo: {},
      }),
    });
    renderAsAmara(<DeskPage />, api);

    const invitations = await region('Invitations');
    await waitFor(() =>
      expect(invitations).toHaveTextContent('offers 10 % of their time'),
    );
    await userEvent.click(
      within(invitations).getByRole('button', {
        name: 'Agree on time: instant-payments',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Agree' }));

    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'actOnAssignment',
        input: {
          id: 'a1',
          action: 'agreeCapacity',
          version: 4,
          capacityPct: 10,
        },
      }),
    );
  });

  it('answers a question', async () => {
    const api = withDesk({
      getQuestions: async role => ({
        items: role === 'routed' ? [QUESTION] : [],
        pageInfo: {},
      }),
    });
    renderAsAmara(<DeskPage />, api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Answer' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Your answer'), 'Yes.');
    await userEvent.click(dialog.getByRole('button', { name: 'Send answer' }));

    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'answerQuestion',
        input: { id: 'q1', answer: 'Yes.', version: 2 },
      }),
    );
  });

  it('shows the secret address of the calendar feed once', async () => {
    const api = withDesk();
    renderAsAmara(<DeskPage />, api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Make a calendar feed' }),
    );
    expect(
      await screen.findByText('https://portal.example/feed.ics'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Remove feed' }));
    await waitFor(() =>
      expect(screen.queryByText('https://portal.example/feed.ics')).toBeNull(),
    );
  });

  it('tells those who are no champion whom to ask and how to help', async () => {
    const api = withDesk({
      getDesk: async () => EMPTY_DESK,
      resolveChampions: async refs => ({
        asOf: DESK.asOf,
        items: refs.map(entityRef => ({
          entityRef,
          state: 'at_risk',
          reasons: ['no_primary'],
          isInherited: false,
          deputies: [
            {
              assignmentId: 'a7',
              userRef: 'user:default/bo.lin',
              role: 'deputy',
              status: 'active',
              specialisms: [],
            },
          ],
        })),
      }),
    });
    const { container } = renderAsAmara(<DeskPage />, api);

    expect(
      await screen.findByRole('link', { name: 'Offer to help' }),
    ).toHaveAttribute('href', '/champions');
    const teams = await screen.findByRole('list', {
      name: 'Champions of your teams',
    });
    expect(teams).toHaveTextContent('At risk');
    expect(within(teams).getByRole('link', { name: /bo.lin/ })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says when the desk is forbidden or unavailable', async () => {
    const { unmount } = renderAsAmara(
      <DeskPage />,
      withDesk({
        getDesk: async () => {
          throw new NotAllowedError('no');
        },
      }),
    );
    expect(
      await screen.findByText(/You can’t see security champions/),
    ).toBeInTheDocument();
    unmount();

    renderAsAmara(
      <DeskPage />,
      withDesk({
        getDesk: async () => {
          throw new Error('down');
        },
      }),
    );
    expect(await screen.findByText('Desk unavailable')).toBeInTheDocument();
  });
});

describe('BriefEditor', () => {
  const ADDRESS = `/?brief=${encodeURIComponent(TEAM)}&month=2026-11`;

  it('edits the brief beside what it looks like, and saves it as read', async () => {
    const api = withDesk();
    const { container } = renderAsAmara(<DeskPage />, api, ADDRESS);

    const field = await screen.findByLabelText('Text, as Markdown');
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.clear(field);
    await userEvent.type(field, '# Ours');
    expect(
      within(screen.getByRole('region', { name: 'Preview' })).getByRole(
        'heading',
        { name: 'Ours' },
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(api.sent).toContainEqual({
      call: 'saveBrief',
      input: {
        scopeRef: TEAM,
        month: '2026-11',
        text: '# Ours',
        version: 0,
      },
    });
    // The heading of the text itself may be of any rank.
    expect(
      await axe(container, { rules: { 'heading-order': { enabled: false } } }),
    ).toHaveNoViolations();

    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the draft' }),
    );
    expect(await screen.findByText('Back to the draft.')).toBeInTheDocument();
    expect(field).toHaveValue(BRIEF.text);
  });

  it('only shows it to those who may not edit', async () => {
    renderAsAmara(
      <DeskPage />,
      withDesk({ getBrief: async () => ({ ...BRIEF, mayEdit: false }) }),
      ADDRESS,
    );

    expect(await screen.findByText('fourteen')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(
      screen.getByRole('button', { name: 'Copy Markdown' }),
    ).toBeInTheDocument();
  });
});

describe('DeskWidget', () => {
  it('counts by urgency and shows the first three', async () => {
    const { container } = renderAsAmara(<DeskWidget />, withDesk());

    expect(
      await screen.findByRole('link', { name: 'Open my desk' }),
    ).toHaveAttribute('href', '/desk');
    expect(container).toHaveTextContent(
      'Now 1This week 1Later 0Evidence quiet 1',
    );
    expect(screen.getByRole('link', { name: 'Now 1' })).toHaveAttribute(
      'href',
      '/desk?urgency=now',
    );
    expect(
      screen.getByRole('link', { name: 'Evidence quiet 1' }),
    ).toHaveAttribute('href', '/desk?section=evidence');
    expect(
      within(screen.getByRole('list', { name: 'Most urgent' })).getAllByRole(
        'listitem',
      ),
    ).toHaveLength(3);
    expect(container).toHaveTextContent('Not all could be looked at.');
    expect(await axe(container)).toHaveNoViolations();
  });
});
