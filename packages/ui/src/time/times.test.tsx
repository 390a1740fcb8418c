import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { DueCountdown } from './DueCountdown';
import { Freshness } from './Freshness';
import { RelativeTime } from './RelativeTime';

const now = new Date('2026-11-24T12:00:00Z');

describe('times on screen', () => {
  it('shows a relative time with the exact one as title', () => {
    render(<RelativeTime at="2026-11-24T11:54:00Z" now={now} />);

    const time = screen.getByText('6 min ago');
    expect(time).toHaveAttribute('title', '24 Nov 2026, 11:54 UTC');
    expect(time).toHaveAttribute('datetime', '2026-11-24T11:54:00Z');
  });

  it.each([
    ['2026-12-24T12:00:00Z', '3 h ago', 'circle.dot'],
    ['2026-11-24T12:30:00Z', '3 h ago, ageing', 'circle.ring'],
    ['2026-11-24T10:00:00Z', '3 h ago, stale', 'circle.hatched'],
  ])('marks freshness until %s as %s', (staleAt, words, mark) => {
    const { container } = render(
      <Freshness at="2026-11-24T09:00:00Z" staleAt={staleAt} now={now} />,
    );

    expect(container).toHaveTextContent(words);
    expect(container.querySelector(mark)).not.toBeNull();
    expect(container.querySelectorAll('.dot, .ring, .hatched')).toHaveLength(1);
  });

  it('counts down in words with a bar', async () => {
    const { container } = render(
      <DueCountdown
        startAt="2026-11-14T12:00:00Z"
        dueAt="2026-12-04T12:00:00Z"
        now={now}
      />,
    );

    expect(screen.getByText('10 d left')).toBeInTheDocument();
    expect(container.querySelector<HTMLElement>('.fill')?.style.width).toBe(
      '50%',
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});
