import { SignalApi } from '@backstage/plugin-signals-react';
import { JsonObject } from '@backstage/types';

/** Signals that a test sends. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Set<(message: JsonObject) => void>();

  subscribe<TMessage extends JsonObject>(
    _channel: string,
    onMessage: (message: TMessage) => void,
  ) {
    const listener = onMessage as (message: JsonObject) => void;
    this.#listeners.add(listener);
    return { unsubscribe: () => this.#listeners.delete(listener) };
  }

  send(message: JsonObject) {
    for (const listener of this.#listeners) {
      listener(message);
    }
  }
}
