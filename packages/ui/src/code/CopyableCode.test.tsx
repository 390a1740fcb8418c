import { act, fireEvent, render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { CopyableCode } from './CopyableCode';

const writeText = jest.fn<Promise<void>, [string]>();

describe('CopyableCode', () => {
  beforeEach(() => {
    writeText.mockReset().mockResolvedValue(undefined);
    Object.defineProperty(window.navigator, 'clipboard', {
      configurable: true,
      value: { writeText },
    });
  });

  it('copies and says so', async () => {
    const { container } = render(
      <CopyableCode code="curl -T report.sarif" label="curl command" />,
    );

    fireEvent.click(screen.getByRole('button', { name: 'Copy curl command' }));

    expect(
      await screen.findByRole('button', { name: 'Copied curl command' }),
    ).toBeInTheDocument();
    expect(writeText).toHaveBeenCalledWith('curl -T report.sarif');
    expect(screen.getByRole('status')).toHaveTextContent(
      'Copied: curl command',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is ready again after a moment', async () => {
    jest.useFakeTimers();
    render(<CopyableCode code="x" label="curl command" />);

    fireEvent.click(screen.getByRole('button'));
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(screen.getByText('Copied')).toBeInTheDocument();
    await act(() => jest.advanceTimersByTimeAsync(3_000));

    expect(screen.getByText('Copy')).toBeInTheDocument();
    jest.useRealTimers();
  });

  it('asks to select the text where there is no clipboard', async () => {
    writeText.mockRejectedValue(new Error('denied'));
    render(<CopyableCode code="x" label="curl command" />);

    fireEvent.click(screen.getByRole('button'));

    expect(await screen.findByText('Select and copy')).toBeInTheDocument();
  });
});
