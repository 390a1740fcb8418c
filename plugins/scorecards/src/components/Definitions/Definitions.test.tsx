import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { DryRun } from '@synchrony/backstage-plugin-scorecards-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  countsOf,
  FakeCampaignsApi,
} from '../../__testUtils__/FakeCampaignsApi';
import { FakeDefinitionsApi } from '../../__testUtils__/FakeDefinitionsApi';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import {
  campaignsApiRef,
  definitionsApiRef,
  scorecardsApiRef,
} from '../../api';
import plugin from '../../index';

const LEVELS = {
  unrated: 0,
  none: 0,
  bronze: 0,
  silver: 0,
  gold: 0,
  platinum: 0,
};

const RESULT: DryRun = {
  scorecards: [
    {
      id: 'essentials',
      version: 3,
      title: 'Essentials',
      activeVersion: 2,
      entities: 5,
      before: { ...LEVELS, silver: 5 },
      after: { ...LEVELS, silver: 4, bronze: 1 },
      raised: 0,
      lowered: 1,
      target: { met: 4, total: 5 },
      changes: [
        {
          entityRef: 'component:default/web-login',
          from: 'silver',
          to: 'bronze',
          blockedBy: ['Secrets are looked for'],
        },
      ],
    },
  ],
  problems: [],
  asOf: '2026-11-24T10:00:00.000Z',
};

interface Setting {
  manageable?: boolean;
  definitions?: FakeDefinitionsApi;
  campaigns?: FakeCampaignsApi;
  address?: string;
}

function renderPage(setting: Setting = {}) {
  const { address = '', manageable = true } = setting;
  const definitions = setting.definitions ?? new FakeDefinitionsApi();
  const api = new FakeScorecardsApi();
  api.definitions = {
    scorecards: [
      { id: 'essentials', version: 2, title: 'Essentials', checkCount: 10 },
    ],
    problems: [],
    manageable,
  };
  renderTestApp({
    features: [plugin],
    apis: [
      [scorecardsApiRef, api],
      [definitionsApiRef, definitions],
      [campaignsApiRef, setting.campaigns ?? new FakeCampaignsApi()],
      [catalogApiRef, catalogApiMock({ entities: [] })],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [`/scorecards/definitions${address}`],
  });
  return definitions;
}

describe('definitions', () => {
  it('shows who would change level before anything is active', async () => {
    const definitions = renderPage();
    definitions.result = RESULT;
    await userEvent.type(
      await screen.findByRole('textbox', { name: /YAML/ }),
      'kind: check',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Dry run' }));

    expect(
      await screen.findByText(/1 component would lose a level/),
    ).toHaveTextContent('4 of 5 would reach their target');
    const table = screen.getByRole('table', { name: 'Changes by Essentials' });
    const row = within(table).getByRole('row', { name: /web-login/ });
    expect(row).toHaveTextContent('Secrets are looked for');
    expect(
      screen.getByRole('group', { name: /^Export: Dry run of Essentials/ }),
    ).toBeVisible();
    expect(definitions.tried).toEqual([{ text: 'kind: check' }]);
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('tells faults by line', async () => {
    const definitions = renderPage();
    definitions.result = {
      ...RESULT,
      scorecards: [],
      problems: [
        {
          file: 'draft.yaml',
          line: 4,
          column: 11,
          message: 'must be a number',
        },
      ],
    };
    await userEvent.type(
      await screen.findByRole('textbox', { name: /YAML/ }),
      'kind: check',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Dry run' }));
    expect(await screen.findByText('draft.yaml:4:11')).toBeVisible();
  });

  it('lets others read which are in use, and no more', async () => {
    renderPage({ manageable: false });
    expect(
      await screen.findByRole('row', { name: /^Essentials 2 10/ }),
    ).toBeVisible();
    expect(screen.getByText('You can’t try definitions out.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Dry run' })).toBeNull();
  });

  it('opens the check of an address: what it asks, its rule, who requires it, since when', async () => {
    renderPage({ address: '?check=code.sast-active' });
    const panel = await screen.findByRole('complementary', {
      name: 'Static analysis runs',
    });
    expect(panel).toHaveTextContent('Add static analysis to the pipeline.');
    expect(
      within(panel).getByRole('group', { name: 'Rule to pass' }),
    ).toHaveTextContent('ingestion.coverage.sast.complete');
    expect(
      within(panel).getByRole('link', { name: 'Essentials' }),
    ).toHaveAttribute('href', '/scorecards/definitions?scorecard=essentials');
    const versions = within(panel).getByRole('table', { name: 'Versions' });
    expect(within(versions).getAllByRole('row')).toHaveLength(3);
    expect(
      within(versions).getByRole('row', { name: /^2 .* in use$/ }),
    ).toBeVisible();
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();

    await userEvent.click(within(panel).getByRole('button', { name: 'Close' }));
    await userEvent.click(screen.getByRole('button', { name: 'Essentials' }));
    const scorecard = screen.getByRole('complementary', { name: 'Essentials' });
    expect(
      within(scorecard).getByRole('link', { name: 'Static analysis runs' }),
    ).toHaveAttribute(
      'href',
      '/scorecards/definitions?check=code.sast-active%402',
    );
  });

  it('says what waits, and that what is not in use is not', async () => {
    renderPage({ address: '?check=plan.gone' });
    expect(
      await screen.findByText('No scorecard in use has a check plan.gone.'),
    ).toBeVisible();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Words' }),
      'champion',
    );
    expect(screen.getByText('1 of 2 checks')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'A champion is active' }),
    );
    const panel = screen.getByRole('complementary');
    expect(panel).toHaveTextContent('It waits for champions');
    expect(
      within(panel).queryByRole('button', { name: 'Count them' }),
    ).toBeNull();
  });

  it('counts how components stand for those who may know, and leads to them', async () => {
    const campaigns = new FakeCampaignsApi();
    campaigns.rows = [
      {
        entityRef: 'component:default/web-login',
        level: 'bronze',
        standing: 'failing',
        missing: [],
        mayRequestExemption: false,
      },
    ];
    const preview = jest
      .spyOn(campaigns, 'previewCampaign')
      .mockResolvedValueOnce({
        overall: countsOf({ passed: 4, failing: 1 }),
        items: campaigns.rows,
      });
    renderPage({ campaigns, address: '?check=code.sast-active' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Count them' }),
    );
    expect(
      await screen.findByRole('link', { name: 'web-login' }),
    ).toBeVisible();
    expect(
      screen.getByText(/Of the 5 components with Essentials/),
    ).toBeVisible();
    expect(preview).toHaveBeenCalledWith({
      scorecardId: 'essentials',
      scope: {},
      goal: { checks: ['code.sast-active'] },
    });
  });

  it('lists drafts, and tries one out by a click', async () => {
    const definitions = new FakeDefinitionsApi();
    definitions.result = RESULT;
    definitions.details = {
      ...definitions.details,
      drafts: [
        {
          kind: 'scorecard',
          id: 'essentials',
          version: 3,
          title: 'Essentials',
          file: 'next.yaml',
          replaces: 2,
        },
      ],
    };
    renderPage({ definitions });
    const drafts = await screen.findByRole('table', { name: 'Drafts' });
    expect(drafts).toHaveTextContent('next.yaml');
    expect(drafts).toHaveTextContent('in use is 2');
    await userEvent.click(
      screen.getByRole('button', { name: 'Dry run of Essentials, version 3' }),
    );
    expect(
      await screen.findByText(/1 component would lose a level/),
    ).toBeVisible();
    expect(definitions.tried).toEqual([
      { draft: { kind: 'scorecard', id: 'essentials', version: 3 } },
    ]);
  });

  it('shows what it has when checks can’t be read', async () => {
    const definitions = new FakeDefinitionsApi();
    definitions.error = new Error('down');
    renderPage({ definitions });
    expect(await screen.findByText('Checks unavailable')).toBeVisible();
    expect(screen.getByRole('row', { name: /^Essentials 2 10/ })).toBeVisible();
  });
});
