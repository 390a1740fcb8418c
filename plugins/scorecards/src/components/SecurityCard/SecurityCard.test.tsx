import { signalBucketOf } from '@synchrony/backstage-plugin-scorecards-common';
import { SecurityCardSectionBlueprint } from '@synchrony/ui';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { scorecardsPlugin } from '../../plugin';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import {
  bronzeScorecard,
  redacted,
  silverScorecard,
  unratedScorecard,
} from '../../__testUtils__/fixtures';
import { ENTITY_REF, renderEntity } from '../../__testUtils__/renderEntity';

const card = scorecardsPlugin.getExtension('entity-card:scorecards/security');

// The card is an h3 of the catalog's own, the test page has no headings above it.
const AXE = { rules: { 'heading-order': { enabled: false } } };

function apiWith(...scorecards: ReturnType<typeof bronzeScorecard>[]) {
  const api = new FakeScorecardsApi();
  api.scorecards.set(ENTITY_REF, scorecards);
  return api;
}

describe('SecurityCard', () => {
  it('shows the heading and a skeleton of its size while loading', async () => {
    const api = apiWith();
    api.getEntityScorecards = () => new Promise(() => undefined);
    renderEntity([card], api);

    expect(
      await screen.findByRole('heading', { name: 'Security' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Loading the scorecard…')).toBeInTheDocument();
  });

  it('shows level, range, evidence, the next steps and where they lead', async () => {
    const { container } = renderEntity([card], apiWith(bronzeScorecard()));

    expect(
      await screen.findByRole('img', {
        name: /^Level: Bronze\. Target: Silver\. Score 57\.7 of 100 is proven, up to 69\.2/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('57.7')).toBeInTheDocument();
    expect(screen.getByText('(57.7–69.2) of 100')).toBeInTheDocument();
    expect(container).toHaveTextContent(
      'Evidence 88 % · 1 of 8 checks has no current evidence; it counts as not passed',
    );
    expect(container).toHaveTextContent('Silver needs0 of 2');

    const steps = within(
      screen.getByRole('list', { name: 'Next steps' }),
    ).getAllByRole('listitem');
    expect(steps.map(step => step.textContent)).toEqual([
      '1Fix the overdue critical findings.1 critical finding overdue.SEffort: small+15.4points',
      '2Add static analysis (SAST) to the pipeline.The last complete SAST scan (CodeQL) is 17 d old; the limit is 14 days.MEffort: medium+11.5points',
    ]);
    expect(
      within(steps[0]).getByRole('link', {
        name: 'Fix the overdue critical findings.',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/instant-payments-api/security/scorecard?check=operate.no-overdue-critical',
    );
    expect(container).toHaveTextContent('Both: 84.6 and Silver · 1 waiver');
    expect(
      screen.getByRole('link', { name: 'Open scorecard' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/instant-payments-api/security/scorecard',
    );
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('says who can take a step that is not for the team', async () => {
    const scorecard = bronzeScorecard();
    const [first, ...rest] = scorecard.plan ?? [];
    const plan = [{ ...first, actor: 'platform' as const }, ...rest];
    renderEntity([card], apiWith({ ...scorecard, plan }));

    const list = await screen.findByRole('list', { name: 'Next steps' });
    const [platforms, own] = within(list).getAllByRole('listitem');
    expect(platforms).toHaveTextContent('The platform team can do this.');
    expect(own).not.toHaveTextContent('can do this');
  });

  it('names what is unknown, on hatching', async () => {
    renderEntity([card], apiWith(bronzeScorecard()));

    const note = await screen.findByText('Static analysis runs: stale');
    expect(note.parentElement).toHaveClass('hatch');
  });

  it('can’t tell without reports: no number, no colour, and the commands with its own ref', async () => {
    const { container } = renderEntity([card], apiWith(unratedScorecard()));

    expect(await screen.findByText('We can’t tell yet')).toBeInTheDocument();
    expect(container).toHaveTextContent(
      'No report has arrived for this component.',
    );
    const known = screen.getByRole('list', { name: 'Already set' });
    expect(known).toHaveTextContent('Owned by a group');
    expect(
      await screen.findByText(
        new RegExp(`synchrony upload results.sarif --entity ${ENTITY_REF}`),
      ),
    ).toBeInTheDocument();
    expect(container).not.toHaveTextContent('of 100');
    expect(container.querySelector('.earned')).toBeNull();
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('leads an unrated component that has some reports to its steps', async () => {
    const { container } = renderEntity(
      [card],
      apiWith(bronzeScorecard({ level: 'unrated', evidencePct: 32 })),
    );

    await screen.findByText('We can’t tell yet');
    expect(container).toHaveTextContent(
      'There is evidence for 32 % of the checks by weight; a level needs 40 %.',
    );
    expect(screen.getByText(/Next steps/)).toBeInTheDocument();
    expect(container).not.toHaveTextContent('synchrony upload');
  });

  it('draws the score of 90 days, to be read by keyboard, and leads to its table', async () => {
    const api = apiWith(bronzeScorecard());
    const change = (daysAgo: number, scoreLow?: number) => ({
      scorecardId: 'essentials',
      scorecardVersion: 1,
      since: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
      level:
        scoreLow === undefined ? ('unrated' as const) : ('bronze' as const),
      scoreLow,
    });
    api.scoreHistory = [change(80, 40), change(40), change(10, 57.7)];
    const { container } = renderEntity([card], api);

    const chart = await screen.findByRole('img', {
      name: 'Score of the last 90 days: from 40 to 57.7',
    });
    // What is not known is a gap.
    expect(chart.querySelectorAll('path')).toHaveLength(2);
    const stop = screen.getByRole('slider');
    act(() => stop.focus());
    await userEvent.keyboard('{ArrowLeft}');
    expect(stop.getAttribute('aria-valuetext')).toMatch(
      /: Unrated, score not known$/,
    );
    expect(
      screen.getByRole('link', { name: 'History' }).getAttribute('href'),
    ).toContain('/security/scorecard?scorecard=essentials&view=history&from=');
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('warns of a waiver that holds the level and ends soon', async () => {
    const until = (days: number) =>
      new Date(Date.now() + (days + 0.1) * 86_400_000).toISOString();
    const waived = (days: number, requiredFor: 'bronze' | 'silver') => {
      const scorecard = bronzeScorecard();
      const [first, ...rest] = scorecard.checks;
      return bronzeScorecard({
        checks: [
          {
            ...first,
            outcome: 'waived',
            requiredFor,
            waivedUntil: until(days),
          },
          ...rest,
        ],
      });
    };
    const words =
      /A waiver ends in 3 d\. Then “.*” counts as failed again, and Bronze is no longer earned/;
    const soon = renderEntity([card], apiWith(waived(3, 'bronze')));
    await screen.findByText('57.7');
    expect(soon.container).toHaveTextContent(words);
    soon.unmount();

    for (const scorecard of [
      waived(20, 'bronze'),
      waived(3, 'silver'),
      redacted(waived(3, 'bronze')),
    ]) {
      const other = renderEntity([card], apiWith(scorecard));
      await screen.findByText('57.7');
      expect(other.container).not.toHaveTextContent(/A waiver ends/);
      other.unmount();
    }
  });

  it('shows outsiders level and range and whom to ask, and nothing to infer from', async () => {
    const { container } = renderEntity(
      [card],
      apiWith(redacted(bronzeScorecard())),
    );

    expect(
      await screen.findByText('You can see the level, not the findings.'),
    ).toBeInTheDocument();
    expect(screen.getByText('57.7')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /instant-payments/ }),
    ).toHaveAttribute('href', '/catalog/default/group/instant-payments');
    expect(screen.queryByText(/Next steps/)).not.toBeInTheDocument();
    expect(container).not.toHaveTextContent('have no current evidence');
    expect(container).not.toHaveTextContent('overdue');
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('shows nothing of an unrated component’s evidence to outsiders', async () => {
    const { container } = renderEntity(
      [card],
      apiWith(redacted(unratedScorecard())),
    );

    expect(
      await screen.findByText(
        'You can see the level, not what stands behind it.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/synchrony upload/)).not.toBeInTheDocument();
    expect(container).toHaveTextContent(
      'There is too little evidence for a level.',
    );
  });

  it('says why no scorecard applies', async () => {
    const api = apiWith();
    api.notApplicableBecause = '“Essentials” covers components in production.';
    const { container } = renderEntity([card], api);

    expect(await screen.findByText('No scorecard here')).toBeInTheDocument();
    expect(container).toHaveTextContent(
      '“Essentials” covers components in production. It still accepts reports.',
    );
  });

  it('is quiet when the target is met', async () => {
    renderEntity([card], apiWith(silverScorecard()));

    expect(
      await screen.findByText('Nothing blocks the target, Silver.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Next steps/)).not.toBeInTheDocument();
  });

  it('says that nothing is known when the first load fails, and tries again', async () => {
    const api = apiWith(bronzeScorecard());
    api.error = new Error('connect ECONNREFUSED');
    const { container } = renderEntity([card], api);

    expect(
      await screen.findByText('Security data unavailable'),
    ).toBeInTheDocument();
    expect(container).toHaveTextContent(
      'Nothing is shown rather than something wrong.',
    );
    api.error = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('57.7')).toBeInTheDocument();
  });

  it('keeps the last good value, faded and with its time, when a later load fails', async () => {
    const api = apiWith(bronzeScorecard());
    const { signals } = renderEntity([card], api);
    await screen.findByText('57.7');

    api.error = new Error('down');
    act(() => signals.send({ buckets: [signalBucketOf(ENTITY_REF)] }));

    expect(await screen.findByText(/Last known at/)).toBeInTheDocument();
    expect(screen.getByText('57.7').closest('.faded')).not.toBeNull();
  });

  it('updates on a signal without a reload, and says so once', async () => {
    const api = apiWith(bronzeScorecard());
    const { signals } = renderEntity([card], api);
    await screen.findByText('57.7');

    api.scorecards.set(ENTITY_REF, [silverScorecard()]);
    act(() => signals.send({ buckets: [signalBucketOf(ENTITY_REF)] }));

    expect(
      await screen.findByRole('img', { name: /^Level: Silver/ }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByText('Scorecard updated')).toBeInTheDocument(),
    );
  });

  it('shows the sections of other plugins for its entity', async () => {
    const section = SecurityCardSectionBlueprint.make({
      name: 'findings',
      params: {
        loader: async () => props => <p>Findings of {props.entityRef}</p>,
      },
    });
    renderEntity([card, section], apiWith(bronzeScorecard()));

    expect(
      await screen.findByText(`Findings of ${ENTITY_REF}`),
    ).toBeInTheDocument();
  });
});
