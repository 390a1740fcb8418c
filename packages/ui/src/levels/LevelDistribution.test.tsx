import { render, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { LevelDistribution } from './LevelDistribution';

const counts = {
  unrated: 33,
  none: 57,
  bronze: 96,
  silver: 78,
  gold: 30,
  platinum: 0,
};

describe('LevelDistribution', () => {
  it('has every number in its legend, unrated and zero included', async () => {
    const { container } = render(<LevelDistribution counts={counts} />);

    const legend = screen.getByRole('list', { name: 'Components per level' });
    expect(
      within(legend)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Unrated 33',
      'No level 57',
      'Bronze 96',
      'Silver 78',
      'Gold 30',
      'Platinum 0',
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('draws a part per level that has components', () => {
    const { container } = render(<LevelDistribution counts={counts} />);

    expect(container.querySelectorAll('.part')).toHaveLength(5);
  });
});
