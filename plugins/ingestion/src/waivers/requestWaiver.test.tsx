import { ResponseError } from '@backstage/errors';
import { WaiverPreview } from '@synchrony/backstage-plugin-ingestion-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import {
  daysFromNow,
  finding,
  findingDetail,
  pageOf,
  waiverPreview,
} from '../__testUtils__/fixtures';
import { renderEntity } from '../__testUtils__/renderEntity';
import { findingsContent } from '../extensions';

const AXE = { rules: { 'heading-order': { enabled: false } } };

async function refusal(path: string, message: string) {
  const body = {
    error: { name: 'UnprocessableContentError', message, details: { path } },
    response: { statusCode: 422 },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status: 422,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

async function openForm(preview: Partial<WaiverPreview> = {}) {
  const api = new FakeIngestionApi();
  api.preview = waiverPreview(preview);
  api.findings = pageOf([finding()]);
  api.finding = findingDetail();
  renderEntity(findingsContent, api, '/?finding=f1');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Request a waiver' }),
  );
  const form = within(
    await screen.findByRole('form', { name: 'Request a waiver' }),
  );
  return { api, form };
}

function fill(form: ReturnType<typeof within>, day: string) {
  const set = (label: RegExp, value: string) =>
    fireEvent.change(form.getByLabelText(label), { target: { value } });
  set(/Why is it not fixed/, 'The fix needs the new driver');
  set(/What can happen/, 'Unlikely behind the proxy');
  set(/Until the end of/, day);
}

describe('asking for a waiver', () => {
  it('says what it would hide and who decides, and sends what was said', async () => {
    const { api, form } = await openForm();
    expect(
      await form.findByText(
        'Hides 12 findings now: 3 high, 9 medium; on 2 components.',
      ),
    ).toBeVisible();
    expect(form.getByText('Needs AppSec; at most 60 days.')).toBeVisible();
    expect(form.getByRole('button', { name: 'Request waiver' })).toBeDisabled();
    expect(await axe(screen.getByRole('dialog'), AXE)).toHaveNoViolations();

    await userEvent.click(
      form.getByRole('radio', { name: /^Everything in netty-codec-http2/ }),
    );
    await waitFor(() =>
      expect(api.previewed.at(-1)?.target).toMatchObject({
        kind: 'rule',
        package: 'netty-codec-http2',
      }),
    );
    const day = daysFromNow(10).slice(0, 10);
    fill(form, day);
    const submit = form.getByRole('button', { name: 'Request waiver' });
    await waitFor(() => expect(submit).toBeEnabled());
    await userEvent.click(submit);

    expect(
      await screen.findByText(/Nothing is hidden until it is approved/),
    ).toBeVisible();
    expect(api.requested).toEqual([
      {
        target: expect.objectContaining({ package: 'netty-codec-http2' }),
        reason: 'The fix needs the new driver',
        riskStatement: 'Unlikely behind the proxy',
        treatment: 'mitigate_later',
        expiresAt: `${day}T23:59:59.000Z`,
      },
    ]);
  });

  it('ends on the last day when that is all that is allowed', async () => {
    const { api, form } = await openForm();
    await form.findByText(/^Hides 12/);
    const latest = api.preview.latestExpiry;
    fill(form, latest.slice(0, 10));
    await userEvent.click(form.getByRole('button', { name: 'Request waiver' }));
    await waitFor(() => expect(api.requested).toHaveLength(1));
    expect(api.requested[0].expiresAt <= latest).toBe(true);
  });

  it('says what is exploited, and sends when to look again', async () => {
    const { api, form } = await openForm({
      requirement: {
        roles: ['risk-owner', 'ciso-delegate'],
        maxDays: 30,
        kev: true,
        because: ['It hides what is known to be exploited (KEV).'],
      },
      findings: [finding({ kev: true })],
    });
    expect(await form.findByText(/known to be exploited/)).toBeVisible();
    await userEvent.click(form.getByText('Which'));
    expect(form.getByText('KEV: exploited')).toBeVisible();
    fill(form, daysFromNow(10).slice(0, 10));
    const day = daysFromNow(5).slice(0, 10);
    fireEvent.change(form.getByLabelText(/To be looked at again/), {
      target: { value: day },
    });
    await userEvent.click(form.getByRole('button', { name: 'Request waiver' }));
    await waitFor(() => expect(api.requested).toHaveLength(1));
    expect(api.requested[0].reviewAt).toBe(`${day}T23:59:59.000Z`);
  });

  it('puts what is refused beside its field, and keeps what was typed', async () => {
    const { api, form } = await openForm();
    api.waiverError = await refusal(
      'body.expiresAt',
      'This may be accepted for at most 30 days',
    );
    await form.findByText(/^Hides 12/);
    fill(form, daysFromNow(40).slice(0, 10));
    await userEvent.click(form.getByRole('button', { name: 'Request waiver' }));
    expect(await form.findByRole('alert')).toHaveTextContent(
      'This may be accepted for at most 30 days',
    );
    expect(form.getByLabelText(/Until the end of/)).toBeInvalid();
    expect(form.getByLabelText(/Why is it not fixed/)).toHaveValue(
      'The fix needs the new driver',
    );
  });

  it('says until when a finding is accepted, in the list', async () => {
    const api = new FakeIngestionApi();
    api.findings = pageOf([
      finding({
        status: 'risk_accepted',
        waiverId: 'w1',
        waivedUntil: '2031-12-03T12:00:00Z',
      }),
    ]);
    renderEntity(findingsContent, api, '/?status=risk_accepted&groupBy=none');
    expect(
      (await screen.findAllByText(/Risk accepted until 3 Dec 2031/))[0],
    ).toBeVisible();
  });
});
