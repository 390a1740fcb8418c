import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { ReadableChart } from './ReadableChart';

const POINTS = ['1 Nov: 4 open', '2 Nov: 3 open', '3 Nov: 2 open'].map(
  (text, index) => ({ x: index * 10, text, marks: [20 - index] }),
);

function setup(points = POINTS) {
  return render(
    <ReadableChart
      label="Open findings"
      width={20}
      height={30}
      top={0}
      bottom={30}
      points={points}
    >
      <line />
    </ReadableChart>,
  );
}

describe('ReadableChart', () => {
  it('is one tab stop, read point by point from the newest one', async () => {
    const { container } = setup();
    await userEvent.tab();
    const stop = screen.getByRole('slider');
    expect(stop).toHaveFocus();
    expect(stop).toHaveAttribute('aria-valuetext', '3 Nov: 2 open');
    await userEvent.keyboard('{ArrowLeft}');
    expect(stop).toHaveAttribute('aria-valuetext', '2 Nov: 3 open');
    expect(screen.getByText('2 Nov: 3 open')).toBeInTheDocument();
    expect(container.querySelector('circle')).toHaveAttribute('cy', '19');
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(stop).toHaveAttribute('aria-valuetext', '1 Nov: 4 open');
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(stop).toHaveAttribute('aria-valuetext', '3 Nov: 2 open');
    expect(await axe(container)).toHaveNoViolations();

    await userEvent.tab();
    expect(stop).not.toHaveFocus();
    expect(container.querySelector('circle')).toBeNull();
  });

  it('puts the point away on Escape, and keeps that key from others', () => {
    const { container } = setup();
    const stop = screen.getByRole('slider');
    fireEvent.focus(stop);
    expect(container.querySelector('circle')).not.toBeNull();
    expect(fireEvent.keyDown(stop, { key: 'Escape' })).toBe(false);
    expect(container.querySelector('circle')).toBeNull();
    expect(fireEvent.keyDown(stop, { key: 'Escape' })).toBe(true);
  });

  it('is read with a pointer as well', async () => {
    const { container } = setup();
    await userEvent.hover(container.querySelectorAll('rect')[1]);
    expect(screen.getByText('2 Nov: 3 open')).toBeInTheDocument();
    await userEvent.unhover(container.querySelectorAll('rect')[1]);
    expect(screen.queryByText('2 Nov: 3 open')).toBeNull();
  });

  it('has nothing to stop at without a point', () => {
    setup([]);
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.getByRole('img', { name: 'Open findings' })).toBeVisible();
  });
});
