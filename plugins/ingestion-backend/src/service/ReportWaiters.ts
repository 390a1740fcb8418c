/** Requests that wait for reports that this process works on. */
export class ReportWaiters {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** Wakes whoever waits for the report. */
  wake(reportId: string): void {
    for (const wake of this.#waiting.get(reportId) ?? []) {
      wake();
    }
  }

  /** Resolves when the report is woken, after a time, or on abort. */
  async wait(
    reportId: string,
    options: { timeoutMs: number; signal: AbortSignal },
  ): Promise<void> {
    const { signal, timeoutMs } = options;
    if (signal.aborted || timeoutMs <= 0) {
      return;
    }
    await new Promise<void>(resolve => {
      const waiting = this.#waiting.get(reportId) ?? new Set<() => void>();
      this.#waiting.set(reportId, waiting);
      const timer = setTimeout(done, timeoutMs);
      signal.addEventListener('abort', done);
      waiting.add(done);

      const forget = () => {
        if (waiting.size === 0) {
          this.#waiting.delete(reportId);
        }
      };
      function done() {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        waiting.delete(done);
        forget();
        resolve();
      }
    });
  }
}
