/** How a {@link LiveLoop} looks and waits. */
export interface LiveLoopOptions {
  /** Looks once; resolves to whether it succeeded and never rejects. */
  look: () => Promise<boolean>;
  pollMs: number;
  retryMs: number;
  signalGapMs: number;
}

/** Looks again and again, one look at a time. */
export interface LiveLoop {
  lookNow: () => void;
  /** Looks as soon as the gap since the last look allows. */
  lookSoon: () => void;
  stop: () => void;
}

/** Looks at once, and from then on at intervals or when asked to. */
export function startLiveLoop(options: LiveLoopOptions): LiveLoop {
  const { look, pollMs, retryMs, signalGapMs } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let startedAt = 0;
  let busy = false;
  let again = false;
  let stopped = false;

  const untilGapIsOver = () =>
    Math.max(0, startedAt + signalGapMs - Date.now());

  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };

  async function run(): Promise<void> {
    if (busy) {
      again = true;
      return;
    }
    clearTimeout(timer);
    busy = true;
    again = false;
    startedAt = Date.now();
    const succeeded = await look();
    busy = false;
    if (stopped) {
      return;
    }
    const pause = succeeded ? pollMs : retryMs;
    wait(again ? untilGapIsOver() : pause);
  }

  const lookSoon = () => {
    if (busy) {
      again = true;
    } else {
      wait(untilGapIsOver());
    }
  };

  run();
  return {
    lookNow: run,
    lookSoon,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
