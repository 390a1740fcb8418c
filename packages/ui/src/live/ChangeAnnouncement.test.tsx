import { act, render, screen } from '@testing-library/react';
import { ChangeAnnouncement } from './ChangeAnnouncement';

describe('ChangeAnnouncement', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is silent at first and says a change once', () => {
    const { rerender } = render(
      <ChangeAnnouncement changes={0} message="Scorecard updated" />,
    );
    expect(screen.getByRole('status')).toBeEmptyDOMElement();

    rerender(<ChangeAnnouncement changes={1} message="Scorecard updated" />);
    expect(screen.getByRole('status')).toHaveTextContent('Scorecard updated');

    act(() => jest.advanceTimersByTime(5_000));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
