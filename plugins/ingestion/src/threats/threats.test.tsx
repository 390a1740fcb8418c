import { render, screen } from '@testing-library/react';
import { ThreatTags } from './ThreatTags';
import { epssText } from './epssText';

describe('ThreatTags', () => {
  it('says that it is exploited, and how likely', () => {
    render(<ThreatTags finding={{ kev: true, epss: 0.62 }} />);
    expect(screen.getByText('KEV: exploited')).toBeInTheDocument();
    expect(screen.getByText('EPSS 0.62')).toBeInTheDocument();
  });

  it.each([{}, { kev: false }])('draws nothing for %j', finding => {
    const { container } = render(<ThreatTags finding={finding} />);
    expect(container).toBeEmptyDOMElement();
  });
});

it.each([
  [0, '0.00'],
  [0.004, '< 0.01'],
  [0.01, '0.01'],
  [0.62, '0.62'],
  [1, '1.00'],
])('writes an EPSS of %d as %s', (epss, text) => {
  expect(epssText(epss)).toBe(text);
});
