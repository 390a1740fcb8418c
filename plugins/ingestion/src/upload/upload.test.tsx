import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ReportUpload } from '@synchrony/backstage-plugin-ingestion-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import { ENTITY_REF, receipt } from '../__testUtils__/fixtures';
import { ingestionApiRef, reportUploadApiRef } from '../api';
import plugin from '../index';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'instant-payments-api', namespace: 'default' },
};

function refusal(): Promise<ResponseError> {
  const body = {
    error: {
      name: 'UnprocessableContentError',
      message: 'The body does not say its format',
      details: { path: '/runs', line: 12 },
    },
    response: { statusCode: 422 },
  };
  return ResponseError.fromResponse(
    Object.assign(
      new Response(JSON.stringify(body), {
        status: 422,
        headers: { 'content-type': 'application/json' },
      }),
    ),
  );
}

async function openDialog(uploadReport: jest.Mock, api: FakeIngestionApi) {
  renderTestApp({
    features: [plugin],
    apis: [
      [ingestionApiRef, api],
      [reportUploadApiRef, { uploadReport }],
      [catalogApiRef, catalogApiMock({ entities: [entity] })],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: ['/ingestion'],
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Upload a report' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('combobox', { name: /Component/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: /instant-payments-api/ }),
  );
  await userEvent.upload(
    dialog.getByLabelText('Report'),
    new File(['{}'], 'results.sarif'),
  );
  await userEvent.type(dialog.getByLabelText('Category'), 'web');
  return dialog;
}

describe('uploading a report', () => {
  it('sends it, and shows the exact place of its fault in the receipt', async () => {
    const api = new FakeIngestionApi();
    api.getReport = async () =>
      receipt({
        status: 'rejected',
        applied: false,
        error: {
          name: 'ReportError',
          message: 'severity is not a word',
          details: { path: '/results/0', line: 14 },
        },
      });
    const uploadReport = jest.fn(async (_: ReportUpload, __: Blob) => ({
      reportId: 'r9',
      status: 'received',
      links: { self: '' },
    }));
    const dialog = await openDialog(uploadReport, api);
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));

    expect(await dialog.findByText('severity is not a word')).toBeVisible();
    expect(dialog.getByText('/results/0, line 14')).toBeVisible();
    expect(uploadReport.mock.calls[0][0]).toMatchObject({
      entityRef: ENTITY_REF,
      category: 'web',
    });
  });

  it('keeps the form, and says why and where, when it is refused', async () => {
    const uploadReport = jest.fn(async () => {
      throw await refusal();
    });
    const dialog = await openDialog(uploadReport, new FakeIngestionApi());
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));

    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('The body does not say its format');
    expect(alert).toHaveTextContent('at /runs, line 12');
    expect(dialog.getByRole('button', { name: 'Send' })).toBeEnabled();
  });
});
