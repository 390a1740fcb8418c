import { NotAllowedError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  Campaign,
  CampaignEntityRow,
  Standing,
} from '@synchrony/backstage-plugin-scorecards-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { campaignsApiRef } from '../../api';
import { campaignsRouteRef } from '../../routes';
import {
  countsOf,
  FakeCampaignsApi,
} from '../../__testUtils__/FakeCampaignsApi';
import { ENTITY_REF, MOUNTED_ROUTES } from '../../__testUtils__/renderEntity';
import { CampaignsPage } from './CampaignsPage';
import { EntityCampaigns } from './EntityCampaigns';

function row(name: string, standing: Standing): CampaignEntityRow {
  return {
    entityRef: `component:default/${name}`,
    ownerRef: 'group:default/payments',
    tier: 'tier-1',
    level: 'bronze',
    standing,
    missing:
      standing === 'failing'
        ? [
            {
              checkId: 'code.sast-active',
              title: 'Static analysis runs',
              outcome: 'fail',
            },
          ]
        : [],
    ...(standing === 'exempt' && { exemptUntil: '2026-12-05' }),
    mayRequestExemption: standing === 'failing',
  };
}

const CAMPAIGN: Campaign = {
  id: 'c1',
  title: 'Static analysis everywhere',
  status: 'active',
  scorecardId: 'essentials',
  scope: { tiers: ['tier-1'] },
  goal: { checks: ['code.sast-active'] },
  startDate: '2026-11-01',
  targetDate: '2026-12-31',
  milestones: [{ date: '2026-12-01', sharePct: 50 }],
  version: 2,
  createdBy: 'user:default/amara',
  createdAt: '2026-11-01T09:00:00Z',
  updatedAt: '2026-11-01T09:00:00Z',
  actions: ['end', 'cancel'],
  mayEdit: true,
  checkTitles: { 'code.sast-active': 'Static analysis runs' },
  latest: {
    day: '2026-11-26',
    ...countsOf({ passed: 1, failing: 1, exempt: 1 }),
    joined: 0,
    left: 0,
  },
};

function filled(): FakeCampaignsApi {
  const api = new FakeCampaignsApi();
  api.campaigns = [CAMPAIGN];
  api.rows = [
    row('api', 'passed'),
    row('web', 'failing'),
    row('old', 'exempt'),
  ];
  api.history = {
    points: [
      { ...CAMPAIGN.latest!, day: '2026-11-25' },
      { ...CAMPAIGN.latest!, joined: 1 },
    ],
  };
  api.changes = [
    { entityRef: 'component:default/web', kind: 'joined', day: '2026-11-26' },
  ];
  api.exemptions = [
    {
      id: 'e1',
      campaignId: 'c1',
      entityRef: 'component:default/web',
      status: 'requested',
      until: '2026-12-05',
      requestedAt: '2026-11-26T09:00:00Z',
      reason: 'It is switched off soon.',
      requestedBy: 'user:default/amara',
      redacted: false,
      actions: ['approve', 'reject'],
    },
  ];
  return api;
}

function setup(api: FakeCampaignsApi, query = '') {
  return renderInTestApp(<CampaignsPage />, {
    apis: [[campaignsApiRef, api]],
    mountedRoutes: {
      ...MOUNTED_ROUTES,
      '/scorecards/campaigns': campaignsRouteRef,
    },
    initialRouteEntries: [`/${query}`],
  });
}

describe('CampaignsPage', () => {
  it('lists campaigns, and lets only those who manage make one', async () => {
    const api = filled();
    api.mayManage = false;
    const { container } = setup(api);

    const link = await screen.findByRole('link', { name: CAMPAIGN.title });
    expect(link).toHaveAttribute('href', '/scorecards/campaigns?campaign=c1');
    expect(screen.getByText('1 of 3 (33 %)')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'New campaign' }),
    ).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each([
    [new NotAllowedError('no'), /You can't see the campaigns/],
    [new Error('down'), /Campaigns unavailable/],
  ])('says when they are not to be seen: %s', async (error, words) => {
    const api = filled();
    api.error = error;
    setup(api);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('shows exempt apart from passed, and each number leads to its rows', async () => {
    const { container } = setup(filled(), '?campaign=c1');

    expect(
      await screen.findByText('33 % passed · 1 of 3 components'),
    ).toBeInTheDocument();
    const hrefs = screen
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    expect(hrefs).toEqual(
      expect.arrayContaining([
        '/scorecards/campaigns?campaign=c1&standing=exempt',
        '/scorecards/campaigns?campaign=c1&standing=failing&by=owner&owner=group%3Adefault%2Fpayments',
        '/catalog/default/component/web/security/scorecard?show=all&check=code.sast-active',
      ]),
    );
    expect(
      await screen.findByText('Exempt until 2026-12-05'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: /on 2026-11-26, 1 of 3 passed/ }),
    ).toBeInTheDocument();
    const stop = screen.getByRole('slider', { name: /Burn-up from/ });
    act(() => stop.focus());
    await userEvent.keyboard('{Home}');
    expect(stop).toHaveAttribute('aria-valuetext', '25 Nov: 1 of 3 passed');
    expect(
      screen
        .getAllByRole('group', { name: /^Export: / })
        .map(each => each.getAttribute('aria-label')),
    ).toEqual([
      `Export: Progress: ${CAMPAIGN.title}`,
      `Export: Burn-up: ${CAMPAIGN.title}`,
      `Export: Components in scope: ${CAMPAIGN.title}`,
    ]);
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    expect(
      within(
        screen.getByRole('table', { name: 'Daily counts, newest first' }),
      ).getByRole('row', { name: /^2026-11-26/ }),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('asks for an exemption and lets somebody decide', async () => {
    const api = filled();
    setup(api, '?campaign=c1&standing=failing');

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Request exemption for component:default/web',
      }),
    );
    expect(api.entityQueries.at(-1)).toMatchObject({ standing: ['failing'] });
    const dialog = await screen.findByRole('dialog');
    const ask = within(dialog).getByRole('button', {
      name: 'Request exemption',
    });
    expect(ask).toBeDisabled();
    await userEvent.type(
      within(dialog).getByLabelText(/Why can it not/),
      'It is switched off in December.',
    );
    await userEvent.type(
      within(dialog).getByLabelText('Until the end of'),
      '2026-12-05',
    );
    await userEvent.click(ask);
    await within(dialog).findByRole('status');
    expect(api.sent).toEqual([
      {
        entityRef: 'component:default/web',
        reason: 'It is switched off in December.',
        until: '2026-12-05',
      },
    ]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Approve the exemption of component:default/web',
      }),
    );
    expect(api.sent.at(-1)).toEqual({ exemptionId: 'e1', action: 'approve' });
  });

  it('makes a campaign, after a look at who is in scope', async () => {
    const api = filled();
    const { container } = setup(api, '?form=new');

    await userEvent.type(
      await screen.findByLabelText('Title'),
      'Scan everything',
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Static analysis runs' }),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'tier-1' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Show who is in scope' }),
    );
    expect(
      await screen.findByText(/in scope, 1 of 3 pass today/),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    const start = screen.getByLabelText<HTMLInputElement>('Start').value;
    await userEvent.type(
      screen.getByLabelText('Target (last day)'),
      '2099-12-31',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Save as a draft' }),
    );
    expect(api.sent.at(-1)).toEqual({
      title: 'Scan everything',
      scorecardId: 'essentials',
      scope: { tiers: ['tier-1'] },
      goal: { checks: ['code.sast-active'] },
      startDate: start,
      targetDate: '2099-12-31',
      milestones: [],
    });
  });

  it('keeps the goal of a running campaign when it is edited', async () => {
    const api = filled();
    setup(api, '?campaign=c1&form=edit');

    expect(
      await screen.findByRole('checkbox', { name: 'Static analysis runs' }),
    ).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(api.sent.at(-1)).toMatchObject({
      version: 2,
      scope: { tiers: ['tier-1'] },
      milestones: CAMPAIGN.milestones,
    });
  });
});

describe('EntityCampaigns', () => {
  it('says which campaigns a component is part of', async () => {
    const api = filled();
    api.ofEntity = [
      {
        id: 'c1',
        title: CAMPAIGN.title,
        startDate: CAMPAIGN.startDate,
        targetDate: new Date(Date.now() + 12 * 86_400_000)
          .toISOString()
          .slice(0, 10),
        row: row('web', 'failing'),
      },
    ];
    renderInTestApp(<EntityCampaigns entityRef={ENTITY_REF} />, {
      apis: [[campaignsApiRef, api]],
      mountedRoutes: { '/scorecards/campaigns': campaignsRouteRef },
    });
    const link = await screen.findByRole('link', { name: CAMPAIGN.title });
    expect(link.closest('p')).toHaveTextContent(
      'Part of campaign Static analysis everywhere, due in 12 days, 1 check left',
    );
  });
});
