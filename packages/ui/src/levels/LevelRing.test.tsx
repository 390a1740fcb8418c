import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { LevelRing } from './LevelRing';

describe('LevelRing', () => {
  it('tells everything in full sentences', async () => {
    const { container } = render(
      <LevelRing
        level="bronze"
        targetLevel="gold"
        scoreLow={68}
        scoreHigh={80}
        evidencePct={88}
      />,
    );

    expect(
      screen.getByRole('img', {
        name: 'Level: Bronze. Target: Gold. Score 68 of 100 is proven, up to 80 once evidence arrives. There is evidence for 88 % of the checks by weight.',
      }),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('draws the earned, the unknown and the evidence arc to scale', () => {
    const { container } = render(
      <LevelRing
        level="bronze"
        scoreLow={68}
        scoreHigh={80}
        evidencePct={88}
      />,
    );

    const arcs = [...container.querySelectorAll('circle')].map(arc =>
      arc.getAttribute('stroke-dasharray'),
    );
    expect(arcs).toEqual([null, '12 88', '68 32', null, '88 12']);
  });

  it('shows neither number nor colour when unrated', () => {
    const { container } = render(
      <LevelRing
        level="unrated"
        scoreLow={13}
        scoreHigh={90}
        evidencePct={23}
      />,
    );

    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Unrated: too little evidence to tell. There is evidence for 23 % of the checks by weight.',
    );
    expect(container.querySelector('.earned')).toBeNull();
    expect(screen.queryByText(/13/)).not.toBeInTheDocument();
  });
});
