import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityScoreRow,
  Level,
} from '@synchrony/backstage-plugin-scorecards-common';
import { TeamsOnChecksProvider } from '@synchrony/ui';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { definitionsApiRef, scorecardsApiRef } from '../../api';
import { FakeDefinitionsApi } from '../../__testUtils__/FakeDefinitionsApi';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import { MOUNTED_ROUTES } from '../../__testUtils__/renderEntity';
import { ScorecardsPage } from './ScorecardsPage';

function row(
  name: string,
  level: Level,
  ownerRef: string | undefined,
): EntityScoreRow {
  return {
    entityRef: `component:default/${name}`,
    ownerRef,
    systemRef: 'system:default/faster-payments',
    tier: 'tier-1',
    type: 'service',
    lifecycle: 'production',
    scorecardId: 'essentials',
    level,
    targetLevel: 'silver',
    waivers: level === 'silver' ? 1 : 0,
    scoreLow: 57.7,
    scoreHigh: 69.2,
    evidencePct: 88,
    computedAt: '2026-11-24T11:54:00Z',
  };
}

const MINE = 'group:default/instant-payments';
const ROWS = [
  row('lab-tool', 'unrated', undefined),
  row('instant-payments-api', 'bronze', MINE),
  row('ledger-core', 'silver', 'group:default/ledger'),
];

function setup(
  api: FakeScorecardsApi,
  route = '/?view=services',
  shown = <ScorecardsPage />,
) {
  return renderInTestApp(shown, {
    apis: [
      [scorecardsApiRef, api],
      [definitionsApiRef, new FakeDefinitionsApi()],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: 'user:default/amara',
          ownershipEntityRefs: ['user:default/amara', MINE],
        }),
      ],
    ],
    mountedRoutes: MOUNTED_ROUTES,
    initialRouteEntries: [route],
  });
}

function withRows(rows = ROWS) {
  const api = new FakeScorecardsApi();
  api.rows = rows;
  return api;
}

describe('ScorecardsPage', () => {
  it('lists components with level, range, evidence, owner and system', async () => {
    const { container } = setup(withRows());

    const link = await screen.findByRole('link', {
      name: /instant-payments-api/,
    });
    const cells = link.closest('[role="row"], tr');
    expect(cells).toHaveTextContent('Bronze');
    expect(cells).toHaveTextContent('57.7 (57.7–69.2)');
    expect(cells).toHaveTextContent('88 %');
    expect(cells).toHaveTextContent('tier-1');
    expect(cells).toHaveTextContent('faster-payments');
    expect(screen.getAllByRole('link', { name: /^57\.7/ })[0]).toHaveAttribute(
      'href',
      '/catalog/default/component/instant-payments-api/security/scorecard',
    );
    expect(screen.getByText('Silver · 1 waiver')).toBeInTheDocument();
    expect(screen.getByText('no owner')).toBeInTheDocument();
    expect(
      screen.getByRole('group', {
        name: 'Export: Components with their levels',
      }),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows no score of what is unrated', async () => {
    setup(withRows([ROWS[0]]));

    expect(await screen.findByText('not known yet')).toBeInTheDocument();
    expect(screen.queryByText(/57\.7/)).not.toBeInTheDocument();
  });

  it('counts all levels, unrated included', async () => {
    setup(withRows());

    const legend = await screen.findByRole('list', {
      name: 'Components per level',
    });
    expect(within(legend).getByText(/Unrated/)).toHaveTextContent('Unrated 1');
  });

  it('names the teams on the stage to which it was narrowed', async () => {
    setup(
      withRows(),
      `/?within=${MINE}&stage=code`,
      <TeamsOnChecksProvider
        component={({ checkIds, platformRef }) => (
          <p>
            Teams of {platformRef} on {checkIds?.join()}
          </p>
        )}
      >
        <ScorecardsPage />
      </TeamsOnChecksProvider>,
    );

    expect(
      await screen.findByText(`Teams of ${MINE} on code.sast-active`),
    ).toBeVisible();
  });

  it('takes its filters from the address', async () => {
    const api = withRows();
    setup(
      api,
      '/?level=bronze,unrated&tier=tier-1&owner=mine&q=inst&orderBy=evidence&limit=50',
    );

    await screen.findByRole('link', { name: /instant-payments-api/ });
    expect(api.queries.at(-1)).toEqual({
      level: ['unrated', 'bronze'],
      tier: ['tier-1'],
      ownedBy: ['user:default/amara', MINE],
      q: 'inst',
      orderBy: 'evidence',
      limit: 50,
    });
  });

  it('counts by the scorecard that is chosen, and links to that', async () => {
    const api = withRows();
    api.definitions.scorecards = ['Essentials', 'Delivery'].map(title => ({
      id: title.toLowerCase(),
      version: 1,
      title,
      checkCount: 10,
    }));
    setup(api, '/?level=bronze,silver');
    await screen.findByRole('link', { name: /ledger-core/ });
    expect(api.queries.at(-1)?.scorecard).toBeUndefined();

    await userEvent.click(
      await screen.findByRole('radio', { name: 'Delivery' }),
    );

    await waitFor(() =>
      expect(api.queries.at(-1)).toMatchObject({
        scorecard: 'delivery',
        level: ['bronze', 'silver'],
      }),
    );
    expect(screen.getAllByRole('link', { name: /^57\.7/ })[0]).toHaveAttribute(
      'href',
      '/catalog/default/component/instant-payments-api/security/scorecard?scorecard=delivery',
    );

    await userEvent.click(screen.getByRole('radio', { name: 'Overview' }));
    await waitFor(() =>
      expect(api.portfolioQueries.at(-1)).toEqual(['platform', 'delivery']),
    );
  });

  it('limits the list to what is mine', async () => {
    setup(withRows());
    await screen.findByRole('link', { name: /ledger-core/ });

    await userEvent.click(screen.getByRole('radio', { name: 'Mine' }));

    await waitFor(() =>
      expect(
        screen.queryByRole('link', { name: /ledger-core/ }),
      ).not.toBeInTheDocument(),
    );
    expect(
      screen.getByRole('link', { name: /instant-payments-api/ }),
    ).toBeInTheDocument();
  });

  it('turns pages by cursor, and starts over when a filter changes', async () => {
    const api = withRows(
      Array.from({ length: 30 }, (_, index) =>
        row(`service-${index}`, 'bronze', MINE),
      ),
    );
    setup(api);
    await screen.findByRole('link', { name: /service-0$/ });

    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(
      await screen.findByRole('link', { name: /service-29/ }),
    ).toBeInTheDocument();
    expect(api.queries.at(-1)?.cursor).toBe('25');

    await userEvent.click(screen.getByRole('radio', { name: 'Mine' }));
    await waitFor(() => expect(api.queries.at(-1)?.cursor).toBeUndefined());
  });

  it('says when no component fits', async () => {
    setup(withRows([]));

    expect(
      await screen.findByText('No component fits these filters.'),
    ).toBeInTheDocument();
  });

  it('says which definition files can’t be used, and where', async () => {
    const api = withRows();
    api.definitions = {
      manageable: false,
      scorecards: [],
      problems: [
        {
          file: 'checks/code.sast-active.yaml',
          line: 12,
          message: 'weight must be a known word',
        },
      ],
    };
    setup(api);

    expect(
      await screen.findByText('checks/code.sast-active.yaml:12'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/The last good version stays active/),
    ).toBeInTheDocument();
  });

  it('says how many files can’t be used to those who are not told which', async () => {
    const api = withRows();
    api.definitions = {
      manageable: false,
      scorecards: [],
      problems: [],
      withheldProblems: 2,
    };
    setup(api);

    expect(
      await screen.findByText(/2 definition files can’t be used/),
    ).toBeInTheDocument();
  });

  it('says what is unavailable', async () => {
    const api = withRows();
    api.error = new Error('down');
    setup(api);

    expect(
      await screen.findByText('Scorecards unavailable'),
    ).toBeInTheDocument();
  });
});
