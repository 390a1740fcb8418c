import { RunningBackend } from './startBackend';
import { SCORECARD } from './definitions';

const POLL_MS = 200;
const POLLS = 600;

/** Waits until as many entities as asked for have their score. */
export async function waitForScores(
  { baseUrl }: RunningBackend,
  token: string,
  entities: number,
): Promise<void> {
  for (let poll = 0; poll < POLLS; poll++) {
    const answer = await fetch(
      `${baseUrl}/api/scorecards/entities?scorecard=${SCORECARD}&limit=1000`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    if (answer.ok && (await answer.json()).items.length === entities) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new Error('Not all scorecards were computed');
}
