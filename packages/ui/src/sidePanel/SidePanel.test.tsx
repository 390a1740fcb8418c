import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useState } from 'react';
import { SidePanel } from './SidePanel';
import { SidePanelLayout } from './SidePanelLayout';

function Example() {
  const [row, setRow] = useState<number>();
  return (
    <SidePanelLayout
      panel={
        row !== undefined && (
          <SidePanel
            title={`Row ${row}`}
            kicker="Code"
            onClose={() => setRow(undefined)}
            onPrevious={row > 1 ? () => setRow(row - 1) : undefined}
            onNext={row < 2 ? () => setRow(row + 1) : undefined}
            returnFocus={() => document.getElementById(`row-${row}`)}
          >
            Details of {row}
          </SidePanel>
        )
      }
    >
      {[1, 2].map(id => (
        <button key={id} id={`row-${id}`} onClick={() => setRow(id)}>
          Open {id}
        </button>
      ))}
    </SidePanelLayout>
  );
}

describe('SidePanel', () => {
  it('opens as a labelled region, takes the focus and leaves the rest in reach', async () => {
    const { container } = render(<Example />);

    await userEvent.click(screen.getByText('Open 1'));

    expect(
      screen.getByRole('complementary', { name: 'Row 1' }),
    ).toHaveTextContent('Details of 1');
    expect(screen.getByRole('heading', { name: 'Row 1' })).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Open 2' })).toBeEnabled();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('closes on Escape and gives the focus back', async () => {
    render(<Example />);
    await userEvent.click(screen.getByText('Open 1'));

    await userEvent.keyboard('{Escape}');

    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
    expect(screen.getByText('Open 1')).toHaveFocus();
  });

  it('steps on, and then gives the focus back to the row that was shown', async () => {
    render(<Example />);
    await userEvent.click(screen.getByText('Open 1'));

    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByRole('complementary', { name: 'Row 2' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));

    expect(screen.getByText('Open 2')).toHaveFocus();
  });
});
