import { TestApiProvider } from '@backstage/frontend-test-utils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { JsonObject } from '@backstage/types';
import { act, renderHook, waitFor } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { LiveDataOptions, useLiveData } from './useLiveData';

class FakeSignals implements SignalApi {
  readonly listeners = new Set<(message: JsonObject) => void>();

  subscribe<TMessage extends JsonObject>(
    _channel: string,
    onMessage: (message: TMessage) => void,
  ) {
    const listener = onMessage as (message: JsonObject) => void;
    this.listeners.add(listener);
    return { unsubscribe: () => this.listeners.delete(listener) };
  }

  send(message: JsonObject) {
    for (const listener of this.listeners) {
      listener(message);
    }
  }
}

function setup(initial: LiveDataOptions<number>) {
  const signals = new FakeSignals();
  const wrapper = (props: PropsWithChildren) => (
    <TestApiProvider apis={[[signalApiRef, signals]]}>
      {props.children}
    </TestApiProvider>
  );
  const hook = renderHook(
    (options: LiveDataOptions<number>) => useLiveData(options),
    { wrapper, initialProps: initial },
  );
  return { signals, ...hook };
}

describe('useLiveData', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('loads once and says when', async () => {
    const { result } = setup({ key: 'a', load: async () => 1 });
    expect(result.current.isLoading).toBe(true);
    expect(result.current.value).toBeUndefined();

    await waitFor(() => expect(result.current.value).toBe(1));

    expect(result.current.isLoading).toBe(false);
    expect(result.current.loadedAt).toBeInstanceOf(Date);
  });

  it('looks again on a signal that concerns it, and on no other', async () => {
    const load = jest.fn().mockResolvedValueOnce(1).mockResolvedValueOnce(2);
    const { result, signals } = setup({
      key: 'a',
      load,
      channel: 'scorecards',
      concerns: message => message.entityRef === 'component:default/a',
    });
    await waitFor(() => expect(result.current.value).toBe(1));

    act(() => signals.send({ entityRef: 'component:default/b' }));
    expect(load).toHaveBeenCalledTimes(1);
    act(() => signals.send({ entityRef: 'component:default/a' }));

    await waitFor(() => expect(result.current.value).toBe(2));
    expect(result.current.changes).toBe(1);
  });

  it('misses no signal that arrives while it looks', async () => {
    let finish: (value: number) => void = () => undefined;
    const load = jest
      .fn<Promise<number>, []>()
      .mockImplementationOnce(
        () =>
          new Promise(resolve => {
            finish = resolve;
          }),
      )
      .mockResolvedValueOnce(2);
    const { result, signals } = setup({ key: 'a', load, channel: 'x' });

    act(() => signals.send({}));
    act(() => signals.send({}));
    await act(async () => finish(1));

    await waitFor(() => expect(result.current.value).toBe(2));
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('looks at most once a gap, however many signals arrive', async () => {
    jest.useFakeTimers();
    const load = jest.fn(async () => 1);
    const { signals } = setup({
      key: 'a',
      load,
      channel: 'x',
      signalGapMs: 2_000,
    });
    await act(() => jest.advanceTimersByTimeAsync(0));

    act(() => signals.send({}));
    act(() => signals.send({}));
    expect(load).toHaveBeenCalledTimes(1);
    await act(() => jest.advanceTimersByTimeAsync(2_000));

    expect(load).toHaveBeenCalledTimes(2);
  });

  it('keeps the last good value on an error, tries again, and recovers', async () => {
    jest.useFakeTimers();
    const load = jest
      .fn()
      .mockResolvedValueOnce(1)
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValueOnce(3);
    const { result } = setup({
      key: 'a',
      load,
      pollMs: 1_000,
      retryMs: 5_000,
    });
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(result.current.value).toBe(1);

    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(result.current).toMatchObject({
      value: 1,
      error: expect.objectContaining({ message: 'down' }),
      retrySeconds: 5,
    });

    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(result.current.value).toBe(3);
    expect(result.current.error).toBeUndefined();
  });

  it('gives up on an answer that does not come', async () => {
    jest.useFakeTimers();
    const { result } = setup({
      key: 'a',
      load: () => new Promise<number>(() => undefined),
    });

    await act(() => jest.advanceTimersByTimeAsync(10_000));

    expect(result.current.error?.message).toBe(
      'The service did not answer within 10 s',
    );
  });

  it('starts over with another key and shows nothing of the old one', async () => {
    const { result, rerender } = setup({ key: 'a', load: async () => 1 });
    await waitFor(() => expect(result.current.value).toBe(1));

    rerender({ key: 'b', load: async () => 2 });

    expect(result.current.value).toBeUndefined();
    await waitFor(() => expect(result.current.value).toBe(2));
    expect(result.current.changes).toBe(0);
  });

  it('lets go of everything when it is gone', async () => {
    const { result, signals, unmount } = setup({
      key: 'a',
      load: async () => 1,
      channel: 'x',
    });
    await waitFor(() => expect(result.current.value).toBe(1));

    unmount();

    expect(signals.listeners.size).toBe(0);
  });
});
