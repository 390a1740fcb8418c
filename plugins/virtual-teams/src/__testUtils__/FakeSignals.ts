import { SignalApi } from '@backstage/plugin-signals-react';
import { JsonObject } from '@backstage/types';

/** Signals that a test sends. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Map<string, (message: JsonObject) => void>();

  subscribe<TMessage extends JsonObject>(
    channel: string,
    onMessage: (message: TMessage) => void,
  ) {
    const key = `${channel} ${this.#listeners.size}`;
    this.#listeners.set(key, onMessage as (message: JsonObject) => void);
    return { unsubscribe: () => this.#listeners.delete(key) };
  }

  send(channel: string, message: JsonObject) {
    for (const [key, listener] of this.#listeners) {
      if (key.startsWith(`${channel} `)) {
        listener(message);
      }
    }
  }
}
