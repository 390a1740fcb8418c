import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { OutcomeCount } from './OutcomeCount';
import { OutcomeMark } from './OutcomeMark';
import { OutcomeName } from './outcome';

const OUTCOMES: [OutcomeName, string][] = [
  ['pass', 'Pass'],
  ['fail', 'Fail'],
  ['unknown', 'Unknown'],
  ['waived', 'Waived'],
  ['not_applicable', 'Not applicable'],
  ['needs_attention', 'Needs attention'],
];

describe('OutcomeMark', () => {
  it.each(OUTCOMES)('says %s in words', (outcome, word) => {
    render(<OutcomeMark outcome={outcome} />);

    expect(screen.getByText(word)).toBeInTheDocument();
  });

  it('gives every outcome a picture of its own', () => {
    const pictures = OUTCOMES.map(([outcome]) => {
      const { container, unmount } = render(<OutcomeMark outcome={outcome} />);
      const shapes = [...container.querySelectorAll('svg > *')].map(
        shape => `${shape.tagName} ${shape.getAttribute('d') ?? ''}`,
      );
      unmount();
      return shapes.join();
    });

    expect(new Set(pictures).size).toBe(OUTCOMES.length);
  });

  it('says more after the word', async () => {
    const { container } = render(
      <OutcomeMark outcome="unknown" detail="stale" />,
    );

    expect(screen.getByText('Unknown · stale')).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('OutcomeCount', () => {
  it('has the word for those who do not see the icon', () => {
    const { container } = render(<OutcomeCount outcome="fail" count={8} />);

    expect(container).toHaveTextContent('Fail 8');
  });
});
