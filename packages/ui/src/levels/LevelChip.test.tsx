import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { LevelChip } from './LevelChip';
import { LevelName } from './levels';

describe('LevelChip', () => {
  it.each<[LevelName, string]>([
    ['unrated', 'Unrated'],
    ['none', 'No level'],
    ['bronze', 'Bronze'],
    ['silver', 'Silver'],
    ['gold', 'Gold'],
    ['platinum', 'Platinum'],
  ])('says %s in a word', (level, word) => {
    render(<LevelChip level={level} />);

    expect(screen.getByText(word)).toBeInTheDocument();
  });

  it('says how many waivers hold the level up', () => {
    const { rerender } = render(<LevelChip level="silver" waivers={1} />);
    expect(screen.getByText('Silver · 1 waiver')).toBeInTheDocument();

    rerender(<LevelChip level="silver" waivers={2} />);
    expect(screen.getByText('Silver · 2 waivers')).toBeInTheDocument();
  });

  it('hatches what is unrated and draws no bars for it', () => {
    const { container } = render(<LevelChip level="unrated" />);

    expect(container.querySelector('svg')).toBeNull();
    expect(container.firstElementChild).toHaveClass('hatch');
  });

  it('is accessible', async () => {
    const { container } = render(<LevelChip level="gold" waivers={1} />);

    expect(await axe(container)).toHaveNoViolations();
  });
});
