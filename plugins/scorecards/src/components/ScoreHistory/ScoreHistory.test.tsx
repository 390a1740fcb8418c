import { ScoreCause } from '@synchrony/backstage-plugin-scorecards-common';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import { bronzeScorecard, redacted } from '../../__testUtils__/fixtures';
import { ENTITY_REF, renderEntity } from '../../__testUtils__/renderEntity';
import { scorecardsPlugin } from '../../plugin';

const content = scorecardsPlugin.getExtension(
  'entity-content:scorecards/scorecard',
);
const DAY_MS = 24 * 60 * 60_000;

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString();
}

const CAUSES: ScoreCause[] = [
  {
    kind: 'definition_activated',
    at: daysAgo(12),
    was: '1',
    is: '2',
    scoreTenths: 0,
    levels: 0,
  },
  {
    kind: 'evidence_expired',
    at: daysAgo(3),
    checkId: 'code.sast-active',
    title: 'Static analysis runs',
    before: {
      outcome: 'pass',
      checkVersion: 1,
      weight: 7.5,
      reason: 'The last scan is 2 days old.',
    },
    after: {
      outcome: 'unknown',
      unknownReason: 'stale',
      checkVersion: 1,
      weight: 7.5,
      reason: 'The last scan is 15 days old.',
    },
    scoreTenths: -115,
    levels: -1,
  },
  {
    kind: 'outcome',
    at: daysAgo(1),
    checkId: 'code.long-gone',
    title: 'A check of old',
    before: { outcome: 'fail', checkVersion: 1, weight: 5 },
    after: { outcome: 'pass', checkVersion: 1, weight: 5 },
    scoreTenths: 77,
    levels: 0,
  },
];

function apiWith(scorecard = bronzeScorecard()) {
  const api = new FakeScorecardsApi();
  api.scorecards.set(ENTITY_REF, [scorecard]);
  api.scoreHistory = [
    {
      scorecardId: 'essentials',
      scorecardVersion: 1,
      since: daysAgo(60),
      level: 'silver',
      scoreLow: 61.5,
    },
    {
      scorecardId: 'essentials',
      scorecardVersion: 2,
      since: daysAgo(12),
      level: 'silver',
      scoreLow: 61.5,
    },
    {
      scorecardId: 'essentials',
      scorecardVersion: 2,
      since: daysAgo(3),
      level: 'bronze',
      scoreLow: 57.7,
    },
  ];
  api.changes = {
    from: { time: daysAgo(30), level: 'silver', scoreTenths: 615 },
    to: { time: daysAgo(0), level: 'bronze', scoreTenths: 577 },
    causes: CAUSES,
  };
  return api;
}

async function openHistory(api: FakeScorecardsApi) {
  const result = renderEntity([content], api);
  await userEvent.click(await screen.findByRole('radio', { name: 'History' }));
  return result;
}

describe('ScoreHistory', () => {
  it('tells why it changed, in parts that add up', async () => {
    const { container } = await openHistory(apiWith());

    const table = await screen.findByRole('table', {
      name: 'Causes, oldest first',
    });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      /Version 2 of the scorecard came into use, after version 1.*0\.0–/,
    );
    const expired = within(table).getAllByRole('row')[2];
    expect(expired).toHaveTextContent(
      'Evidence is too old: Pass → Unknown (stale)',
    );
    expect(expired).toHaveTextContent('Before: The last scan is 2 days old.');
    expect(expired).toHaveTextContent('−11.5−1 level');
    expect(within(expired).getByRole('link')).toHaveTextContent(
      'Open the scans and reports behind this',
    );
    expect(within(table).getAllByRole('row')[4]).toHaveTextContent(
      'Parts add up: −11.5 +7.7 = −3.8',
    );
    expect(container).toHaveTextContent('From Silver, 61.5 on');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('opens the check of a cause beside it, and gives the focus back', async () => {
    await openHistory(apiWith());
    const opener = await screen.findByRole('button', {
      name: 'Static analysis runs',
    });
    await userEvent.click(opener);
    const panel = await screen.findByRole('complementary');
    expect(panel).toHaveTextContent('Static analysis runs');
    await userEvent.keyboard('{Escape}');
    expect(opener).toHaveFocus();
    expect(
      screen.queryByRole('button', { name: 'A check of old' }),
    ).not.toBeInTheDocument();
  });

  it('draws score and level, and says the same in a table', async () => {
    await openHistory(apiWith());
    expect(
      await screen.findByRole('img', {
        name: /from Silver at 61\.5 to Bronze at 57\.7, in 3 steps/,
      }),
    ).toHaveTextContent('v2');
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const table = screen.getByRole('table', {
      name: 'Score and level by time',
    });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      /Bronze57\.7v2$/,
    );
  });

  it('asks about other days', async () => {
    const api = apiWith();
    await openHistory(api);
    await screen.findByText(/Parts add up/);
    expect(api.changesQueries.at(-1)!.to).toBeUndefined();
    await userEvent.click(screen.getByRole('radio', { name: '90 days' }));
    expect(api.changesQueries.at(-1)!.from!.slice(0, 10)).toBe(
      daysAgo(90).slice(0, 10),
    );
    fireEvent.change(screen.getByLabelText('To'), {
      target: { value: daysAgo(10).slice(0, 10) },
    });
    expect(api.changesQueries.at(-1)!.to).toBe(
      `${daysAgo(10).slice(0, 10)}T23:59:59.999Z`,
    );
  });

  it('says when nothing changed, when only the difference is shown, and when it fails', async () => {
    const api = apiWith(redacted(bronzeScorecard()));
    api.scoreHistory = [];
    api.changes = { ...api.changes!, causes: [], redacted: true, isNet: true };
    const first = await openHistory(api);
    expect(
      await screen.findByText('Nothing changed in this time'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Nothing is recorded in this time'),
    ).toBeInTheDocument();
    first.unmount();

    api.changes = {
      ...api.changes,
      causes: [{ kind: 'withheld', scoreTenths: 0, levels: -1 }],
    };
    const second = await openHistory(api);
    expect(
      await screen.findByText(/without the steps between/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Something that you can’t see'),
    ).toBeInTheDocument();
    second.unmount();

    api.changes = undefined;
    await openHistory(api);
    expect(await screen.findByText('Causes unavailable')).toBeInTheDocument();
  });
});
