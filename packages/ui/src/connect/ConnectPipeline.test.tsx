import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { discoveryApiRef } from '@backstage/core-plugin-api';
import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { ConnectPipeline } from './ConnectPipeline';

describe('ConnectPipeline', () => {
  it('shows commands with the ref of the entity and never a token', async () => {
    const { container } = render(
      <TestApiProvider
        apis={[
          [
            discoveryApiRef,
            mockApis.discovery({ baseUrl: 'https://portal.example.com' }),
          ],
        ]}
      >
        <ConnectPipeline entityRef="component:default/payments-api" />
      </TestApiProvider>,
    );

    expect(
      await screen.findByRole('group', { name: 'CLI command' }),
    ).toHaveTextContent(
      'export SYNCHRONY_URL=https://portal.example.com synchrony upload report.sarif --entity component:default/payments-api',
    );
    expect(
      screen.getByRole('group', { name: 'curl command' }),
    ).toHaveTextContent(
      'curl -f -H "Authorization: Bearer $SYNCHRONY_TOKEN" \\ --data-binary @report.sarif \\ "https://portal.example.com/api/ingestion/reports?entityRef=component:default/payments-api"',
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});
