import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { StageSegments } from './StageSegments';

describe('StageSegments', () => {
  it('draws a segment per check and says their counts', async () => {
    const { container } = render(
      <StageSegments outcomes={['pass', 'unknown', 'pass', 'fail']} />,
    );

    const image = screen.getByRole('img', {
      name: '2 pass, 1 unknown, 1 fail',
    });
    expect(image.children).toHaveLength(4);
    expect(image.children[1]).toHaveClass('hatch');
    expect(await axe(container)).toHaveNoViolations();
  });
});
