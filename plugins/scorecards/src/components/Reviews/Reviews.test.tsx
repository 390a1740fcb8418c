import { NotAllowedError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  EarlierAction,
  ReviewItem,
  ScorecardReview,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CheckWaiverProps } from '@synchrony/ui';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { reviewsApiRef, scorecardsApiRef } from '../../api';
import { reviewsRouteRef } from '../../routes';
import { FakeReviewsApi } from '../../__testUtils__/FakeReviewsApi';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import { bronzeScorecard, redacted } from '../../__testUtils__/fixtures';
import { MOUNTED_ROUTES } from '../../__testUtils__/renderEntity';
import { reviewMarkdown } from './exportReview';
import { ReviewsPage } from './ReviewsPage';
import { summaryRows } from './summaryRows';

const API = 'component:default/api';
const WEB = 'component:default/web';

function item(entityRef: string, change: Partial<ReviewItem> = {}): ReviewItem {
  return {
    entityRef,
    ownerRef: 'group:default/payments',
    tier: 'tier-1',
    then: { level: 'bronze', targetLevel: 'silver', failing: [] },
    now: { level: 'bronze' },
    isDiscussed: false,
    redacted: false,
    ...change,
  };
}

const REVIEW: ScorecardReview = {
  id: 'r1',
  status: 'running',
  title: 'Payments, November',
  scorecardId: 'essentials',
  scope: { within: ['group:default/payments'] },
  facilitator: 'user:default/guest',
  participants: [],
  version: 2,
  createdBy: 'user:default/guest',
  createdAt: '2026-11-20T09:00:00Z',
  startedAt: '2026-11-26T09:00:00Z',
  actions: ['end', 'cancel'],
  mayEdit: true,
  mayRecord: true,
  isFacilitator: true,
};

const EARLIER: EarlierAction = {
  id: 'e1',
  reviewId: 'r0',
  reviewTitle: 'Payments, October',
  entityRef: API,
  kind: 'action',
  text: 'Rotate the key.',
  ownerRef: 'group:default/payments',
  dueDate: '2026-11-30',
  status: 'open',
  version: 1,
  createdBy: 'user:default/guest',
  createdAt: '2026-10-26T10:00:00Z',
  steps: ['complete'],
  mayEdit: false,
};

function FakeWaiver(props: CheckWaiverProps) {
  return (
    <div role="dialog" aria-label="Waiver">
      <button
        type="button"
        onClick={() => {
          props.onRequested(`w-${props.checkId}`);
          props.onClose();
        }}
      >
        Ask
      </button>
    </div>
  );
}

function filled(change: Partial<ScorecardReview> = {}): FakeReviewsApi {
  const api = new FakeReviewsApi();
  api.reviews = [{ ...REVIEW, ...change }];
  api.items = [item(API), item(WEB)];
  return api;
}

function setup(
  api: FakeReviewsApi,
  query = '?review=r1',
  scorecards = new FakeScorecardsApi(),
) {
  scorecards.definitions = {
    scorecards: [
      { id: 'essentials', version: 1, title: 'Essentials', checkCount: 9 },
    ],
    problems: [],
    manageable: false,
  };
  scorecards.changes = {
    from: { time: '2026-10-27T09:00:00Z', level: 'none', scoreTenths: 310 },
    to: { time: '2026-11-26T09:00:00Z', level: 'bronze', scoreTenths: 430 },
    causes: [
      {
        kind: 'outcome',
        title: 'Owned by a group',
        scoreTenths: 120,
        levels: 1,
      },
    ],
  };
  if (scorecards.scorecards.size === 0) {
    scorecards.scorecards.set(API, [bronzeScorecard()]);
    scorecards.scorecards.set(WEB, [bronzeScorecard()]);
  }
  return renderInTestApp(<ReviewsPage checkWaiver={FakeWaiver} />, {
    apis: [
      [reviewsApiRef, api],
      [scorecardsApiRef, scorecards],
      [catalogApiRef, catalogApiMock({ entities: [] })],
    ],
    mountedRoutes: {
      ...MOUNTED_ROUTES,
      '/scorecards/reviews': reviewsRouteRef,
    },
    initialRouteEntries: [`/${query}`],
  });
}

/** As one paste: typing key by key draws everything again each time. */
async function fill(label: string | RegExp, text: string) {
  await userEvent.click(await screen.findByLabelText(label));
  await userEvent.paste(text);
}

beforeEach(() => sessionStorage.clear());

describe('ReviewsPage', () => {
  it('lists reviews, and lets only those who may plan one', async () => {
    const api = filled();
    api.mayManage = false;
    const { container } = setup(api, '');
    const link = await screen.findByRole('link', { name: REVIEW.title });
    expect(link).toHaveAttribute('href', '/scorecards/reviews?review=r1');
    expect(screen.queryByRole('button', { name: 'Start a review' })).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each([
    [new NotAllowedError('no'), /You can't see scorecard reviews/],
    [new Error('down'), /Scorecard reviews unavailable/],
  ])('says when they are not to be seen: %s', async (error, words) => {
    const api = filled();
    api.error = error;
    setup(api, '');
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('plans a review of the group that it was started from', async () => {
    const api = filled();
    api.preview = {
      items: [{ entityRef: API, level: 'bronze', targetLevel: 'silver' }],
      totalItems: 201,
    };
    setup(api, '?form=new&within=group:default/payments');
    await fill(/^Title/, 'December');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the agenda' }),
    );
    expect(await screen.findByText(/A review takes 200/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Plan the review' }),
    );
    expect(api.sent.at(-1)).toEqual({
      title: 'December',
      scorecardId: 'essentials',
      scope: { within: ['group:default/payments'] },
      facilitator: 'user:default/guest',
    });
  });

  it('tells who may not plan one whom to ask', async () => {
    const api = filled();
    api.mayManage = false;
    setup(api, '?form=new');
    expect(
      await screen.findByText("You can't plan scorecard reviews."),
    ).toBeInTheDocument();
  });

  it('shows before the start what is open from the last one', async () => {
    const api = filled({ status: 'planned', actions: ['start', 'cancel'] });
    api.earlier = [EARLIER];
    setup(api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Mark as done: Rotate the key.',
      }),
    );
    expect(api.sent).toContainEqual({ decisionId: 'e1', action: 'complete' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Start the review' }),
    );
    expect(api.sent).toContainEqual({ id: 'r1', action: 'start' });
  });
});

describe('a running review', () => {
  it('steps by buttons, list and keys, and takes none while somebody types', async () => {
    const api = filled();
    const { container } = setup(api);
    expect(await screen.findByText('1 of 2')).toBeInTheDocument();
    expect(
      await screen.findByText('Required checks that do not pass'),
    ).toBeInTheDocument();
    expect(await screen.findByText(/No level → Bronze/)).toBeInTheDocument();
    expect(
      within(
        screen.getByRole('region', { name: 'Checks that do not pass' }),
      ).getByText(/17 d old; the limit is 14 days/),
    ).toBeInTheDocument();
    expect(api.shown).toEqual([API]);
    expect(await axe(container)).toHaveNoViolations();

    await userEvent.keyboard('{ArrowRight}');
    expect(await screen.findByText('2 of 2')).toBeInTheDocument();
    expect(api.shown.at(-1)).toBe(WEB);
    await fill('What was decided', 'Typed');
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.getByText('2 of 2')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(await screen.findByText('1 of 2')).toBeInTheDocument();
    await userEvent.click(
      within(screen.getByRole('navigation', { name: 'Agenda' })).getByRole(
        'button',
        { name: 'web tier-1 · Bronze' },
      ),
    );
    expect(await screen.findByLabelText('What was decided')).toHaveValue(
      'Typed',
    );
  });

  it('notes what was discussed and goes on', async () => {
    const api = filled({ currentRef: WEB });
    setup(api, `?review=r1&service=${API}`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Discussed, next' }),
    );
    expect(await screen.findByText('2 of 2')).toBeInTheDocument();
    expect(api.shown).toEqual([API, WEB]);
    expect(await screen.findByText(/discussed$/)).toBeInTheDocument();
    expect(api.items.map(({ isDiscussed }) => isDiscussed)).toEqual([
      true,
      false,
    ]);
  });

  it('records an action of the owner, and takes a removal back', async () => {
    const api = filled();
    api.earlier = [EARLIER];
    setup(api);
    expect(
      await screen.findByText('From: Payments, October'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Action' }));
    await fill('What was decided', 'Switch CodeQL on.');
    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    expect(api.sent.at(-1)).toMatchObject({
      kind: 'action',
      text: 'Switch CodeQL on.',
      ownerRef: 'group:default/payments',
      dueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      entityRef: API,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove: Switch CodeQL on.' }),
    );
    await waitFor(() => expect(api.decisions).toEqual([]));
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(
      await screen.findByRole('button', { name: 'Edit: Switch CodeQL on.' }),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('What was decided')).toHaveValue('');

    await userEvent.click(
      screen.getByRole('button', { name: 'End the review' }),
    );
    expect(api.sent).not.toContainEqual({ id: 'r1', action: 'end' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Yes, end the review' }),
    );
    expect(api.sent).toContainEqual({ id: 'r1', action: 'end' });
  });

  it('keeps the id of a waiver, also when recording it fails at first', async () => {
    const api = filled();
    setup(api);
    await userEvent.click(await screen.findByRole('radio', { name: 'Waiver' }));
    await userEvent.click(screen.getByRole('button', { name: /Check$/ }));
    await userEvent.click(
      await screen.findByRole('option', {
        name: 'No overdue critical finding',
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Request the waiver' }),
    );
    api.error = new Error('down');
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText('Not recorded: down')).toBeInTheDocument();
    api.error = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    expect(api.sent.at(-1)).toEqual({
      kind: 'waiver',
      text: 'Waiver requested: No overdue critical finding',
      checkId: 'operate.no-overdue-critical',
      waiverId: 'w-operate.no-overdue-critical',
      entityRef: API,
    });
  });

  it('lets others follow or look around, and record nothing', async () => {
    const api = filled({
      mayRecord: false,
      isFacilitator: false,
      actions: [],
      mayEdit: false,
      currentRef: WEB,
    });
    api.items = [item(API), item(WEB, { redacted: true })];
    const scorecards = new FakeScorecardsApi();
    scorecards.scorecards.set(API, [redacted(bronzeScorecard())]);
    scorecards.scorecards.set(WEB, [redacted(bronzeScorecard())]);
    setup(api, '?review=r1', scorecards);
    expect(await screen.findByText('2 of 2')).toBeInTheDocument();
    expect(
      await screen.findByText(/You see your own decisions only/),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText('What was decided')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(await screen.findByText('1 of 2')).toBeInTheDocument();
    expect(api.shown).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Follow the facilitator' }),
    );
    expect(await screen.findByText('2 of 2')).toBeInTheDocument();
  });
});

describe('the summary of a review', () => {
  async function ended() {
    const api = filled({
      status: 'ended',
      endedAt: '2026-11-26T10:00:00Z',
      actions: [],
      mayEdit: false,
      mayRecord: false,
    });
    api.items = [
      item(API, { isDiscussed: true, now: { level: 'gold' } }),
      item(WEB),
    ];
    await api.addDecision('r1', API, {
      kind: 'action',
      text: 'Ask | tell <b>',
      ownerRef: 'group:default/payments',
      dueDate: '2026-12-01',
    });
    return api;
  }

  it('shows levels then and now, and each number leads to its rows', async () => {
    const api = await ended();
    const { container } = setup(api);
    const skipped = await screen.findByRole('link', { name: '1 skipped' });
    expect(skipped).toHaveAttribute(
      'href',
      '/scorecards/reviews?review=r1&show=skipped',
    );
    expect(
      screen.getByRole('link', { name: '1 on a higher level now' }),
    ).toBeInTheDocument();
    const [, first, second] = screen.getAllByRole('row');
    expect(first).toHaveTextContent(
      /api.*Bronze.*Gold.*higher.*Discussed.*Ask/,
    );
    expect(second).toHaveTextContent(/web.*Skipped/);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is narrowed by what was counted', async () => {
    setup(await ended(), '?review=r1&show=skipped');
    expect(await screen.findByRole('row', { name: /web/ })).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /api/ })).toBeNull();
  });

  it('is taken away as Markdown in which text stays text', async () => {
    const api = await ended();
    const [review] = api.reviews;
    const markdown = reviewMarkdown(
      review,
      summaryRows(api.items, api.decisions),
    );
    expect(markdown).toContain('# Payments, November');
    expect(markdown).toContain('| api | tier-1 | Bronze | Gold | yes |');
    expect(markdown).toContain(
      '- **Action**: Ask \\| tell \\<b\\> (open, group:default/payments, due 2026-12-01)',
    );
    expect(
      reviewMarkdown(review, summaryRows(api.items, api.decisions, 'skipped')),
    ).not.toContain('Ask');
  });
});
