import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { SeverityName, SeveritySquare } from './SeveritySquare';

describe('SeveritySquare', () => {
  it.each<[SeverityName, string, string]>([
    ['critical', 'Critical', 'C'],
    ['high', 'High', 'H'],
    ['medium', 'Medium', 'M'],
    ['low', 'Low', 'L'],
    ['info', 'Info', 'I'],
  ])('draws %s as its letter and says its word', (severity, word, letter) => {
    render(<SeveritySquare severity={severity} />);

    expect(screen.getByRole('img', { name: word })).toHaveTextContent(letter);
  });

  it('is silent where the word stands beside it', async () => {
    const { container } = render(
      <p>
        <SeveritySquare severity="high" decorative /> High
      </p>,
    );

    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });
});
