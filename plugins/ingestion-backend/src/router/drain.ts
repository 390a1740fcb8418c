import { Request } from 'express';

const DRAIN_MS = 10_000;

/** What a client still sends is read away, so that it can read the answer. */
export function drain(request: Request): void {
  if (!request.readableEnded) {
    request.unpipe();
    request.resume();
    setTimeout(() => {
      if (!request.readableEnded) {
        request.destroy();
      }
    }, DRAIN_MS).unref();
  }
}
