import {
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { PanelForbidden } from '../states';
import { LivePanel } from './LivePanel';
import { LiveData } from './useLiveData';

const LOADED_AT = new Date('2026-11-24T14:02:00Z');
const FAILED_AT = new Date('2026-11-24T14:28:00Z');

function liveOf(state: Partial<LiveData<number>>): LiveData<number> {
  return {
    key: 'a',
    changes: 0,
    isLoading: false,
    retrySeconds: 20,
    reload: () => undefined,
    ...state,
  };
}

function Panel(props: {
  live: LiveData<number>;
  draw?: boolean;
  notFound?: string;
}) {
  const { draw = true, live, notFound } = props;
  return (
    <LivePanel
      live={live}
      subject="Findings"
      height={240}
      forbidden={<PanelForbidden title="You may not see findings." />}
      notFound={notFound}
    >
      {draw
        ? value => `${value} findings`
        : live.value && `${live.value} findings`}
    </LivePanel>
  );
}

async function refusal(): Promise<Error> {
  return ResponseError.fromResponse(new Response('', { status: 403 }));
}

describe('LivePanel', () => {
  it('has the shape of cards, where it is in none itself', () => {
    const { container } = render(
      <LivePanel
        live={liveOf({})}
        subject="Teams"
        height={240}
        cards={3}
        forbidden=""
      >
        {() => null}
      </LivePanel>,
    );
    expect(screen.getByText('Loading teams…')).toBeInTheDocument();
    expect(container.querySelectorAll('.card')).toHaveLength(3);
  });

  it.each([true, false])('loads, then shows what came, %s', draw => {
    const { rerender } = render(<Panel draw={draw} live={liveOf({})} />);
    expect(screen.getByText('Loading findings…')).toBeInTheDocument();

    rerender(<Panel draw={draw} live={liveOf({ value: 3 })} />);
    expect(screen.getByText('3 findings')).toBeInTheDocument();
    expect(screen.queryByText('Loading findings…')).not.toBeInTheDocument();
  });

  it('says once that what is shown changed', () => {
    const { rerender } = render(<Panel live={liveOf({ value: 3 })} />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();

    rerender(<Panel live={liveOf({ value: 4, changes: 1 })} />);
    expect(screen.getByRole('status')).toHaveTextContent('Findings updated');
  });

  it.each([
    ['NotAllowedError', async () => new NotAllowedError('no')],
    ['an answer of 403', refusal],
  ])(
    'shows nothing of what was there before to those who are refused by %s',
    async (_, errorOf) => {
      const error = await errorOf();
      render(<Panel live={liveOf({ error, value: 3, loadedAt: LOADED_AT })} />);
      expect(screen.getByText('You may not see findings.')).toBeInTheDocument();
      expect(screen.queryByText('3 findings')).not.toBeInTheDocument();
    },
  );

  it('says that there is nothing, rather than that it failed', () => {
    const error = new NotFoundError('none');
    const { rerender } = render(<Panel live={liveOf({ error })} />);
    expect(screen.getByText('Findings unavailable')).toBeInTheDocument();
    rerender(
      <Panel live={liveOf({ error })} notFound="There are no such findings." />,
    );
    expect(screen.getByText('There are no such findings.')).toBeInTheDocument();
    expect(screen.queryByText('Findings unavailable')).not.toBeInTheDocument();
  });

  it('keeps the last good value when it fails, and tries again', async () => {
    const reload = jest.fn();
    const failed = { error: new Error('down'), failedAt: FAILED_AT, reload };
    const { container, rerender } = render(<Panel live={liveOf(failed)} />);
    expect(screen.getByText('Findings unavailable')).toBeInTheDocument();

    rerender(
      <Panel live={liveOf({ ...failed, value: 3, loadedAt: LOADED_AT })} />,
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      'Findings unavailable. Last known at 14:02',
    );
    expect(screen.getByText('3 findings')).toHaveClass('faded');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(reload).toHaveBeenCalledTimes(1);
    expect(await axe(container)).toHaveNoViolations();
  });
});
