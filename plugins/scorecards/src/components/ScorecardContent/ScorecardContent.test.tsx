import { signalBucketOf } from '@synchrony/backstage-plugin-scorecards-common';
import { AskChampionBlueprint } from '@synchrony/ui';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { scorecardsPlugin } from '../../plugin';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import {
  bronzeScorecard,
  essentialsWith,
  redacted,
  scorecardOf,
  silverScorecard,
} from '../../__testUtils__/fixtures';
import { ENTITY_REF, renderEntity } from '../../__testUtils__/renderEntity';

const content = scorecardsPlugin.getExtension(
  'entity-content:scorecards/scorecard',
);

function apiWith(...scorecards: ReturnType<typeof bronzeScorecard>[]) {
  const api = new FakeScorecardsApi();
  api.scorecards.set(ENTITY_REF, scorecards);
  return api;
}

function titles(): (string | null)[] {
  return within(screen.getByRole('table', { name: 'Checks' }))
    .getAllByRole('button')
    .map(button => button.textContent);
}

describe('ScorecardContent', () => {
  it('says in a line where it stands, and opens on what blocks the next level', async () => {
    const { container } = renderEntity([content], apiWith(bronzeScorecard()));

    await screen.findByRole('table', { name: 'Checks' });
    expect(container).toHaveTextContent(
      /Bronze · 1 waiver57\.7 \(57\.7–69\.2\)Evidence 88 %Silver blocked by 2 checks\s*target Silver/,
    );
    expect(titles()).toEqual([
      'No overdue critical finding',
      'Static analysis runs',
    ]);
    expect(screen.getByText('Blocks Silver 2')).toBeInTheDocument();
    expect(container).toHaveTextContent(
      'Gains add up: passed 57.7 + unknown 11.5 + failed and waived 30.8 = 100. 1 check does not apply, by rule.',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of every check that does not pass how to fix it, and why it is unknown', async () => {
    renderEntity([content], apiWith(bronzeScorecard()));

    const row = (await screen.findByText('Unknown · stale')).closest('tr');
    expect(row).toHaveTextContent('Run CodeQL on the default branch');
    expect(row).toHaveTextContent('is 17 d old; the limit is 14 days.');
    expect(row).toHaveTextContent('+11.5');
    expect(row).toHaveTextContent('Silver');
  });

  it('filters by outcome and by stage, and keeps both in the address', async () => {
    renderEntity([content], apiWith(bronzeScorecard()));
    await screen.findByRole('table', { name: 'Checks' });

    await userEvent.click(screen.getByRole('radio', { name: 'Waived 1' }));
    expect(titles()).toEqual(['Vulnerable dependencies fixed in time']);

    await userEvent.click(screen.getByRole('button', { name: /^Plan/ }));
    expect(titles()).toEqual(['Owned by a group', 'Risk is classified']);
    expect(screen.getByRole('button', { name: /^Plan/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('says until when a check is waived, and leads from one that fails to a request', async () => {
    const scorecard = scorecardOf(
      essentialsWith({
        'build.deps-in-sla': { waivedUntil: '2031-12-03T12:00:00Z' },
      }),
    );
    renderEntity([content], apiWith(scorecard));
    await screen.findByRole('table', { name: 'Checks' });
    await userEvent.click(screen.getByRole('radio', { name: /^All/ }));
    expect(screen.getByText('Waived · until 3 Dec 2031')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', {
        name: 'Vulnerable dependencies fixed in time',
      }),
    );
    const panel = within(await screen.findByRole('complementary'));
    expect(
      panel.queryByRole('link', { name: 'Request a waiver' }),
    ).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'No overdue critical finding' }),
    );
    expect(
      await panel.findByRole('link', { name: 'Request a waiver' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/waivers\?request=check&entity=.*&check=/),
    );
  });

  it('lets a champion be asked about a check where a plugin offers it', async () => {
    const ask = AskChampionBlueprint.make({
      attachTo: {
        id: 'entity-content:scorecards/scorecard',
        input: 'askChampion',
      },
      params: {
        loader: async () => props => (
          <p>
            Ask about {props.subject.id} in {props.subject.area}
          </p>
        ),
      },
    });
    renderEntity([content, ask], apiWith(bronzeScorecard()));
    await userEvent.click(await screen.findByText('Static analysis runs'));

    expect(
      await screen.findByText('Ask about code.sast-active in code'),
    ).toBeInTheDocument();
  });

  it('draws stages without checks as neither good nor unknown', async () => {
    const { container } = renderEntity([content], apiWith(bronzeScorecard()));

    const stages = await screen.findByRole('group', { name: 'Stages' });
    expect(within(stages).getAllByText('no checks yet')).toHaveLength(3);
    expect(within(stages).getByText('does not apply')).toBeInTheDocument();
    expect(within(stages).getAllByRole('button')).toHaveLength(4);
    expect(
      within(stages).getByRole('img', { name: '2 pass, 1 unknown' }),
    ).toBeInTheDocument();
    expect(container).toHaveTextContent('Code2/370–100');
  });

  it('opens a check beside the table: reason, evidence, the rows behind it, fix and why', async () => {
    const { container } = renderEntity([content], apiWith(bronzeScorecard()));

    await userEvent.click(await screen.findByText('Static analysis runs'));

    const panel = screen.getByRole('complementary', {
      name: 'Static analysis runs',
    });
    expect(panel).toHaveTextContent('Code · code.sast-active');
    expect(panel).toHaveTextContent('Unknown counts as not passed.');
    expect(panel).toHaveTextContent('Counts until21 Nov 2026, 09:41 UTC');
    expect(panel).toHaveTextContent('Fixing gives +11.5 points.');
    expect(
      within(panel).getByRole('link', {
        name: 'Open the scans and reports behind this',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/instant-payments-api/security/reports?type=sast',
    );
    expect(
      await within(panel).findByText(/Static analysis finds/),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('leads from a finding check to its findings', async () => {
    renderEntity([content], apiWith(bronzeScorecard()));

    await userEvent.click(
      await screen.findByText('No overdue critical finding'),
    );

    expect(
      screen.getByRole('link', { name: 'Open the findings behind this' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/instant-payments-api/security/findings?severity=critical&overdue=true',
    );
  });

  it('is worked by keyboard: Down and Up move, Enter opens, Escape closes and gives the focus back', async () => {
    renderEntity([content], apiWith(bronzeScorecard()));
    const table = await screen.findByRole('table', { name: 'Checks' });
    const [first, second] = within(table).getAllByRole('button');

    act(() => first.focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(second).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(first).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(
      screen.getByRole('heading', { name: 'Static analysis runs' }),
    ).toHaveFocus();
    expect(second).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Escape}');

    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
    expect(second).toHaveFocus();
  });

  it('steps through the filtered rows from the panel', async () => {
    renderEntity([content], apiWith(bronzeScorecard()));
    await userEvent.click(
      await screen.findByText('No overdue critical finding'),
    );

    await userEvent.click(screen.getByRole('button', { name: 'Next' }));

    expect(
      screen.getByRole('complementary', { name: 'Static analysis runs' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
  });

  it('shows outsiders outcomes only', async () => {
    const leaking = scorecardOf(
      essentialsWith({
        'code.no-live-secrets': {
          outcome: 'fail',
          reason: '3 secrets found in the code and not yet fixed.',
        },
      }),
    );
    const { container } = renderEntity([content], apiWith(redacted(leaking)));

    expect(
      await screen.findByText(
        'You can see the outcomes, not what stands behind them.',
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /^All/ }));
    const row = screen.getByText('No live secrets').closest('tr');
    expect(row).toHaveTextContent('Needs attention');
    expect(row).not.toHaveTextContent('Fail');
    expect(row).toHaveTextContent('not open to you');
    expect(container).not.toHaveTextContent('3 secrets');
    expect(container).not.toHaveTextContent('Gains add up');
    expect(container).not.toHaveTextContent('stale');
    await userEvent.click(screen.getByText('No live secrets'));
    const panel = screen.getByRole('complementary');
    expect(
      within(panel).getByText(
        'You can see the outcome, not what stands behind it.',
      ),
    ).toBeInTheDocument();
    expect(
      within(panel).queryByRole('link', { name: /behind this/ }),
    ).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('updates an open page on a signal and keeps what is open', async () => {
    const api = apiWith(bronzeScorecard());
    const { signals } = renderEntity([content], api);
    await userEvent.click(await screen.findByText('Static analysis runs'));

    api.scorecards.set(ENTITY_REF, [silverScorecard()]);
    act(() => signals.send({ buckets: [signalBucketOf(ENTITY_REF)] }));

    const panel = screen.getByRole('complementary', {
      name: 'Static analysis runs',
    });
    expect(await within(panel).findByText('Pass')).toBeInTheDocument();
    expect(screen.getByText('meets its target Silver')).toBeInTheDocument();
  });

  it('offers a choice where there are several scorecards', async () => {
    renderEntity(
      [content],
      apiWith(
        bronzeScorecard(),
        silverScorecard({ id: 'payments', title: 'Payments' }),
      ),
    );

    await userEvent.click(
      await screen.findByRole('radio', { name: 'Payments: Silver' }),
    );

    expect(await screen.findByText(/Payments v1/)).toBeInTheDocument();
    expect(
      screen.getByRole('radio', { name: 'Payments: Silver' }),
    ).toBeChecked();
  });

  it('tells checks that wait for a source apart from what is unknown', async () => {
    const waiting = {
      id: 'design.threat-model',
      title: 'Threat model is current',
      stage: 'design' as const,
      weightWord: 'high' as const,
      requiredFor: 'silver' as const,
      waitingFor: ['reviews'],
      rationale: 'Flaws of a design are found by thinking.',
      remediation: 'Model threats.',
    };
    const { container } = renderEntity(
      [content],
      apiWith(bronzeScorecard({ waiting: [waiting] })),
    );

    const table = await screen.findByRole('table', { name: 'Waiting checks' });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      'Threat model is currentFlaws of a design are found by thinking.Designwaiting for reviewsSilver',
    );
    expect(screen.getByText('1 waiting for a source')).toBeInTheDocument();
    expect(container).toHaveTextContent('they count neither for the score');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says what is unavailable and loads again', async () => {
    const api = apiWith(bronzeScorecard());
    api.error = new Error('down');
    renderEntity([content], api);
    await screen.findByText('Security data unavailable');

    api.error = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('table', { name: 'Checks' }),
    ).toBeInTheDocument();
  });
});
