import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  FakeHealthApi,
  queueHealth,
  queueHours,
} from '../__testUtils__/FakeHealthApi';
import { daysFromNow } from '../__testUtils__/fixtures';
import { healthApiRef } from '../api';
import plugin from '../index';

function renderPage(api: FakeHealthApi) {
  return renderTestApp({
    features: [plugin],
    apis: [[healthApiRef, api]],
    initialRouteEntries: ['/ingestion/health'],
  });
}

/** An error as the back end answers it. */
async function refusal(status: number, name: string, message: string) {
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: name,
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () => JSON.stringify({ error: { name, message } }),
  } as Response);
}

const fileRow = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${name}`) }));

describe('the health of ingestion', () => {
  it('shows the queue, how long reports take, retention and the files', async () => {
    const api = new FakeHealthApi();
    api.health = queueHealth({ lastDay: { failed: 0, rejected: 2 } });
    renderPage(api);

    expect(await screen.findByText('Nothing is wrong')).toBeVisible();
    expect(
      screen.getByRole('row', { name: /Processing.*2\.3 s 12 s 41 s/ }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show rejected' })).toHaveAttribute(
      'href',
      '/ingestion/activity?status=rejected',
    );
    expect(
      screen.getByText(
        /took out 12 bodies of reports, 3 branches, 1,200 findings/,
      ),
    ).toBeVisible();
    expect(screen.getByText('412 MB')).toBeVisible();
    await screen.findByText('Threat files');
    expect(fileRow('EPSS').getByText('Current')).toBeVisible();
    expect(fileRow('KEV').getByText('Old')).toBeVisible();
    expect(fileRow('SSVC').getByText('Not loaded')).toBeVisible();
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('shows the last 24 hours as a chart by arrow keys, and as a table', async () => {
    const api = new FakeHealthApi();
    const hours = queueHours();
    hours[0] = { from: hours[0].from, received: 3 };
    hours[1] = { ...hours[1], received: 12, waiting: 11 };
    api.history = { ...api.history, hours };
    renderPage(api);

    const stop = await screen.findByRole('slider', {
      name: 'Points of the chart: Reports by the hour, 24 hours',
    });
    act(() => stop.focus());
    await userEvent.keyboard('{Home}');
    expect(stop).toHaveAttribute(
      'aria-valuetext',
      '00:00–01:00: 3 reports received, finished not known, waiting not known',
    );
    await userEvent.keyboard('{ArrowRight}');
    expect(stop).toHaveAttribute(
      'aria-valuetext',
      '01:00–02:00: 12 reports received, 1 finished, 11 waiting at its end',
    );
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();

    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(
      screen.getByRole('row', { name: '01:00–02:00 12 1 11 40 ms' }),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: '00:00–01:00 3 not known not known –' }),
    ).toBeVisible();
  });

  it('says what is wrong and what to do', async () => {
    const api = new FakeHealthApi();
    api.health = queueHealth({
      queue: {
        waiting: 40,
        processing: 0,
        retrying: 0,
        oldestWaitingSince: daysFromNow(-0.25),
      },
      lastHour: { finished: 0 },
    });
    renderPage(api);

    expect(await screen.findByText('Needs attention')).toBeVisible();
    expect(screen.getByText(/Nothing is worked on/)).toBeVisible();
    expect(screen.getByText(/nothing is known of how long/)).toBeVisible();
  });

  it('loads a file, and tells when it is known or refused', async () => {
    const api = new FakeHealthApi();
    renderPage(api);
    const load = await screen.findByRole('button', { name: 'Load' });
    expect(load).toBeDisabled();
    const file = new File(['x'], 'epss.csv');
    await userEvent.upload(screen.getByLabelText('File'), file);
    await userEvent.click(load);
    expect(await screen.findByText(/is loaded, 250,000 rows/)).toBeVisible();
    expect(api.uploaded).toEqual([['epss', file]]);

    api.changed = false;
    await userEvent.upload(screen.getByLabelText('File'), file);
    await userEvent.click(load);
    expect(await screen.findByText(/was loaded already/)).toBeVisible();

    api.refusal = await refusal(
      400,
      'InputError',
      'The epss file is refused: line 1503, column 15: epss must be a number',
    );
    await userEvent.upload(screen.getByLabelText('File'), file);
    await userEvent.click(load);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'line 1503, column 15',
    );
    expect(screen.queryByText(/was loaded already/)).toBeNull();
  });

  it('shows to others the files only, and no upload', async () => {
    const api = new FakeHealthApi();
    api.healthError = await refusal(403, 'NotAllowedError', 'no');
    api.status = { ...api.status, canManage: false };
    renderPage(api);

    expect(
      await screen.findByText('The queue is for those who run ingestion'),
    ).toBeVisible();
    await waitFor(() =>
      expect(fileRow('EPSS').getByText('Current')).toBeVisible(),
    );
    expect(screen.queryByRole('button', { name: 'Load' })).toBeNull();
  });

  it('says what is unavailable', async () => {
    const api = new FakeHealthApi();
    api.error = new Error('down');
    renderPage(api);

    expect(
      await screen.findByText('Health of the queue unavailable'),
    ).toBeVisible();
    expect(await screen.findByText('Threat files unavailable')).toBeVisible();
  });
});
