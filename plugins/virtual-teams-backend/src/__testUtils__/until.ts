import { setTimeout } from 'node:timers/promises';

/** Waits until something that happens by itself has happened. */
export async function until<T>(
  look: () => Promise<T | undefined | false>,
): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const seen = await look();
    if (seen) {
      return seen;
    }
    await setTimeout(25);
  }
  throw new Error('It did not happen');
}
