import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import { trend } from '../__testUtils__/fixtures';
import { renderEntity } from '../__testUtils__/renderEntity';
import { findingsContent } from '../extensions';

const HIGHS = [undefined, 1, 6];

describe('the trend on the findings of an entity', () => {
  it('is drawn, says where nobody looked, and has the same numbers as a table', async () => {
    const api = new FakeIngestionApi();
    const { days } = trend(HIGHS);
    api.trend = trend(HIGHS, {
      gaps: [{ controlType: 'sast', tool: 'CodeQL', from: days[1].day }],
    });
    const { container } = renderEntity(
      findingsContent,
      api,
      '/security/findings',
    );
    expect(
      await screen.findByRole('img', {
        name: /Open findings from .*, not known to .*, 6 findings/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/no complete CodeQL scan since/)).toBeVisible();
    const stop = screen.getByRole('slider', { name: /Open findings from/ });
    act(() => stop.focus());
    expect(stop.getAttribute('aria-valuetext')).toMatch(
      /, 6 findings \(6 high\)$/,
    );
    await userEvent.keyboard('{Home}');
    expect(stop.getAttribute('aria-valuetext')).toMatch(/, not known$/);
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    const table = within(
      screen.getByRole('region', { name: 'Open findings by day' }),
    );
    const rows = table.getAllByRole('row').slice(1);
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringMatching(/6060+$/),
      expect.stringMatching(/1010+$/),
      expect.stringMatching(/not known$/),
    ]);
    expect(
      await axe(container, { rules: { 'heading-order': { enabled: false } } }),
    ).toHaveNoViolations();
  });

  it('says how many were closed, and how many of them in time', async () => {
    renderEntity(findingsContent, new FakeIngestionApi(), '/security/findings');
    const closed = await screen.findByRole('link', { name: '43 closed' });
    expect(closed).toHaveAttribute(
      'href',
      expect.stringMatching(/status=resolved/),
    );
    expect(closed.parentElement).toHaveTextContent(
      '43 closed in 90 d, 41 in time (95 %)',
    );
  });

  it('narrows to what is exploited', async () => {
    const api = new FakeIngestionApi();
    renderEntity(findingsContent, api, '/security/findings');
    await userEvent.click(
      await screen.findByRole('button', { name: /Any threat/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Known exploited (KEV)' }),
    );
    expect(
      await screen.findByText('No finding matches this filter'),
    ).toBeVisible();
    expect(api.askedGroups.at(-1)).toMatchObject({ kev: true });
  });
});
