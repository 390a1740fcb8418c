import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { PanelEmpty } from './PanelEmpty';
import { PanelError } from './PanelError';
import { PanelForbidden } from './PanelForbidden';
import { PanelLoading } from './PanelLoading';
import { PanelNotice } from './PanelNotice';
import { PanelPartial } from './PanelPartial';

const failedAt = new Date('2026-11-24T14:28:00Z');

describe('states of a panel', () => {
  it('loads in its final size and says what', async () => {
    const { container } = render(
      <PanelLoading what="the scorecard" height={320} />,
    );

    expect(screen.getByRole('status')).toHaveTextContent(
      'Loading the scorecard…',
    );
    expect(container.firstElementChild).toHaveStyle({ minHeight: '320px' });
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is empty with a reason and a next step', async () => {
    const { container } = render(
      <PanelEmpty title="Nothing here" action={<a href="/all">Show all</a>}>
        You own no component.
      </PanelEmpty>,
    );

    expect(screen.getByText('You own no component.')).toBeInTheDocument();
    expect(screen.getByRole('link')).toHaveTextContent('Show all');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is partial on hatching', () => {
    render(<PanelPartial>SAST stale 17 d</PanelPartial>);

    expect(screen.getByText('SAST stale 17 d').parentElement).toHaveClass(
      'hatch',
    );
  });

  it('does not hatch what is known', () => {
    render(<PanelNotice tone="warning">1 critical due in 4 d</PanelNotice>);

    expect(
      screen.getByText('1 critical due in 4 d').parentElement,
    ).not.toHaveClass('hatch');
  });

  it('is forbidden and says whom to ask', async () => {
    renderInTestApp(
      <PanelForbidden
        title="You can see the level, not the findings."
        askRef="group:default/payments"
      >
        Counts and steps are open to the owner.
      </PanelForbidden>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );

    expect(
      await screen.findByText('You can see the level, not the findings.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /payments/ })).toBeInTheDocument();
  });

  it('shows the last good value faded below the warning', async () => {
    const onRetry = jest.fn();
    const { container } = render(
      <PanelError
        title="Security data unavailable"
        error={new Error('boom')}
        failedAt={failedAt}
        lastGoodAt={new Date('2026-11-24T14:02:00Z')}
        retrySeconds={20}
        onRetry={onRetry}
      >
        68 (68–80)
      </PanelError>,
    );

    expect(screen.getByRole('status')).toHaveTextContent(
      'Security data unavailable. Last known at 14:02; it may have changed since. It is tried again every 20 seconds.',
    );
    expect(screen.getByText('68 (68–80)')).toHaveClass('faded');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows nothing rather than something wrong when nothing is known', async () => {
    const { container } = render(
      <PanelError
        title="Security data unavailable"
        error={new TypeError('Failed to fetch')}
        failedAt={failedAt}
        onRetry={() => undefined}
      />,
    );

    expect(screen.getByRole('status')).toHaveTextContent(
      'Nothing is shown rather than something wrong.',
    );
    expect(screen.getByText('TypeError 2026-11-24T14:28:00Z')).toBeVisible();
    expect(document.body).toHaveFocus();
    expect(await axe(container)).toHaveNoViolations();
  });
});
