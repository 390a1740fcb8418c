import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LIVE_WAIVER_STATUSES } from '@synchrony/backstage-plugin-ingestion-common';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import {
  daysFromNow,
  finding,
  pageOf,
  waiverDetail,
} from '../__testUtils__/fixtures';
import { presentation } from '../__testUtils__/renderEntity';
import { ingestionApiRef } from '../api';
import plugin from '../index';

function renderPage(api: FakeIngestionApi, route = '/waivers') {
  return renderTestApp({
    features: [plugin],
    apis: [
      [ingestionApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [] })],
      [entityPresentationApiRef, presentation],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [route],
  });
}

function withWaiver(change: Parameters<typeof waiverDetail>[0]) {
  const api = new FakeIngestionApi();
  api.waiver = waiverDetail(change);
  api.waivers = pageOf([api.waiver]);
  return api;
}

const panel = async () =>
  within(await screen.findByRole('region', { name: 'Decide' }));

describe('the register of waivers', () => {
  it('lists those that have not ended, with who approved and who has not', async () => {
    const api = withWaiver({});
    const { container } = renderPage(api);
    const row = within(
      await screen.findByRole('row', { name: /Waiting for approval/ }),
    );
    expect(row.getByText(/^risk owner:/)).toBeInTheDocument();
    expect(row.getByText('CISO delegate: missing')).toBeInTheDocument();
    expect(api.askedWaivers[0]).toMatchObject({
      status: LIVE_WAIVER_STATUSES,
    });
    expect(await axe(container)).toHaveNoViolations();
  });

  it('approves as the role that is missing', async () => {
    const api = withWaiver({
      actions: ['approve', 'reject'],
      approvableAs: ['ciso-delegate'],
    });
    const { container } = renderPage(api, '/waivers?waiver=w1');
    await userEvent.click(
      await (
        await panel()
      ).findByRole('button', { name: 'Approve as CISO delegate' }),
    );
    await waitFor(() =>
      expect(api.decided).toEqual([
        { id: 'w1', action: 'approve', role: 'ciso-delegate' },
      ]),
    );
    expect(await screen.findByText('Approved by you.')).toBeInTheDocument();
    expect(
      await axe(container, { rules: { 'heading-order': { enabled: false } } }),
    ).toHaveNoViolations();
  });

  it('rejects only with a reason', async () => {
    const api = withWaiver({ actions: ['reject'] });
    renderPage(api, '/waivers?waiver=w1');
    await userEvent.click(
      await (await panel()).findByRole('button', { name: 'Reject' }),
    );
    const form = within(screen.getByRole('form', { name: 'Reject' }));
    expect(form.getByRole('button', { name: 'Reject' })).toBeDisabled();
    await userEvent.type(form.getByLabelText('Why?'), 'fix it');
    await userEvent.click(form.getByRole('button', { name: 'Reject' }));
    await waitFor(() =>
      expect(api.decided).toEqual([
        { id: 'w1', action: 'reject', text: 'fix it' },
      ]),
    );
  });

  it('renews with a reason and an end', async () => {
    const api = withWaiver({ status: 'expiring', actions: ['renew'] });
    renderPage(api, '/waivers?waiver=w1');
    await userEvent.click(
      await (await panel()).findByRole('button', { name: 'Renew' }),
    );
    const form = within(screen.getByRole('form', { name: 'Renew' }));
    const day = daysFromNow(12).slice(0, 10);
    await userEvent.type(form.getByLabelText('Why?'), 'late');
    fireEvent.change(form.getByLabelText('Until the end of'), {
      target: { value: day },
    });
    await userEvent.click(form.getByRole('button', { name: 'Renew' }));
    await waitFor(() =>
      expect(api.decided).toEqual([
        {
          id: 'w1',
          action: 'renew',
          text: 'late',
          expiresAt: `${day}T23:59:59.000Z`,
        },
      ]),
    );
  });

  it('says what is exploited, and when to look again', async () => {
    renderPage(
      withWaiver({
        reviewAt: '2031-12-03T12:00:00Z',
        findings: [finding({ kev: true })],
      }),
      '/waivers?waiver=w1',
    );
    await panel();
    expect(screen.getByText('To be looked at again')).toBeVisible();
    expect(screen.getByText(/^3 Dec 2031/)).toBeVisible();
    expect(screen.getByText('KEV: exploited')).toBeVisible();
  });

  it('offers nothing to who may not decide', async () => {
    renderPage(withWaiver({}), '/waivers?waiver=w1');
    expect((await panel()).queryByRole('button')).not.toBeInTheDocument();
  });

  it('says what is not shown instead of leaving it out', async () => {
    renderPage(
      withWaiver({
        partial: true,
        approvals: undefined,
        requirement: undefined,
      }),
    );
    expect(
      await screen.findByText('and others that you may not see'),
    ).toBeInTheDocument();
    expect(screen.getByText('not shown to you')).toBeInTheDocument();
  });

  it('keeps the filter in the address and says when nothing matches', async () => {
    const api = new FakeIngestionApi();
    renderPage(api, '/waivers?kind=advisory&ends=soon');
    expect(await screen.findByText('No waiver matches')).toBeVisible();
    expect(api.askedWaivers[0]).toMatchObject({
      kind: ['advisory'],
      expiringBefore: expect.any(String),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(
      await screen.findByText('No waiver in what you may see'),
    ).toBeVisible();
  });

  it('saves all that the filter leaves', async () => {
    const api = withWaiver({});
    renderPage(api, '/waivers?kind=rule');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'JSON' }),
    );
    await waitFor(() =>
      expect(api.exportedWaivers).toEqual([
        {
          query: expect.objectContaining({ kind: ['rule'] }),
          format: 'json',
        },
      ]),
    );
  });

  it('says what is unavailable', async () => {
    const api = new FakeIngestionApi();
    api.error = new Error('down');
    renderPage(api);
    expect(await screen.findByText('Waivers unavailable')).toBeVisible();
  });

  it('asks for a waiver of a check that another page names', async () => {
    const api = new FakeIngestionApi();
    renderPage(
      api,
      '/waivers?request=check&entity=component%3Adefault%2Fa&check=code.sast',
    );
    expect(
      await screen.findByText('For: Check code.sast on component:default/a'),
    ).toBeVisible();
    expect(api.previewed[0].target).toEqual({
      kind: 'check',
      entityRef: 'component:default/a',
      checkIds: ['code.sast'],
    });
  });
});
