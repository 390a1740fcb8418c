import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { discoveryApiRef } from '@backstage/core-plugin-api';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { ConnectPipeline } from './ConnectPipeline';

describe('ConnectPipeline', () => {
  it('shows what a pipeline needs with the ref of the entity, and never a token', async () => {
    const { container } = render(
      <TestApiProvider
        apis={[
          [
            discoveryApiRef,
            mockApis.discovery({ baseUrl: 'https://portal.example.com' }),
          ],
        ]}
      >
        <ConnectPipeline entityRef="component:default/web-login" />
      </TestApiProvider>,
    );

    expect(
      await screen.findByRole('group', { name: /GitHub Actions/ }),
    ).toHaveTextContent(
      'synchrony upload results.sarif --entity component:default/web-login',
    );
    expect(screen.getByText('https://portal.example.com')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Jenkins' }));
    expect(
      screen.getByRole('group', { name: /for Jenkins/ }),
    ).toHaveTextContent("SYNCHRONY_URL = 'https://portal.example.com'");
    expect(await axe(container)).toHaveNoViolations();
  });
});
