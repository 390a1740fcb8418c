import { readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { SubmitResult, Task } from './protocol';
import { exchange } from './request';

const FINAL = ['processed', 'quarantined', 'rejected', 'failed'];

/** Sends a report as a pipeline does, and waits until it is processed. */
export async function submitReport(
  task: Extract<Task, { kind: 'submit' }>,
): Promise<SubmitResult> {
  const { baseUrl, entityRef, file, ref, token } = task;
  const agent = new Agent({ keepAlive: true });
  const body = await readFile(file);
  const reports = `${baseUrl}/api/ingestion/reports`;
  const query = new URLSearchParams({ entityRef, ...(ref && { ref }) });
  const start = performance.now();
  const answer = await exchange({
    agent,
    method: 'POST',
    url: `${reports}?${query}`,
    token,
    body,
  });
  const accepted = (performance.now() - start) / 1000;
  if (answer.status !== 202) {
    throw new Error(
      `The report was answered ${answer.status}: ${answer.body.toString('utf8', 0, 500)}`,
    );
  }
  const { reportId } = JSON.parse(answer.body.toString());
  for (;;) {
    const state = await exchange({
      agent,
      method: 'GET',
      url: `${reports}/${reportId}?wait=30`,
      token,
    });
    const receipt = JSON.parse(state.body.toString());
    if (state.status !== 200) {
      throw new Error(`The receipt was answered ${state.status}`);
    }
    if (FINAL.includes(receipt.status)) {
      const processed = (performance.now() - start) / 1000;
      agent.destroy();
      return { kind: 'submit', accepted, processed, receipt };
    }
  }
}
