import { readFile, rename, writeFile } from 'node:fs/promises';
import { GateAnswer } from '@synchrony/backstage-plugin-ingestion-common';
import { Terminal } from '../terminal';

type Policy = GateAnswer['policy'];

/** What the portal takes where no policy is named. */
const DEFAULT_POLICY = 'default';

/**
 * What the last answers said of a policy; undefined when there was none. A file
 * that can't be read is named, and counts as none.
 */
export async function knownPolicy(
  file: string,
  id: string = DEFAULT_POLICY,
  terminal: Terminal,
): Promise<Policy | undefined> {
  return (await readPolicies(file, terminal)).find(policy => policy.id === id);
}

/** Keeps what an answer says of its policy; a build never fails because of it. */
export async function rememberPolicy(
  file: string,
  { policy: { failClosed, id } }: GateAnswer,
  terminal: Terminal,
): Promise<void> {
  const others = (await readPolicies(file, terminal)).filter(
    policy => policy.id !== id,
  );
  const text = JSON.stringify({ policies: [...others, { id, failClosed }] });
  // Somebody who reads at the same time sees the old or the new one.
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, `${text}\n`);
    await rename(draft, file);
  } catch (error) {
    terminal.err(`warn: ${file} can’t be written: ${reasonOf(error)}`);
  }
}

async function readPolicies(
  file: string,
  terminal: Terminal,
): Promise<Policy[]> {
  try {
    const { policies }: { policies: unknown } = JSON.parse(
      await readFile(file, 'utf8'),
    );
    if (!Array.isArray(policies) || !policies.every(isPolicy)) {
      throw new Error('it is no list of policies');
    }
    return policies;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      terminal.err(`warn: ${file} can’t be read: ${reasonOf(error)}`);
    }
    return [];
  }
}

function isPolicy(value: unknown): value is Policy {
  const { failClosed, id } = (value ?? {}) as Partial<Policy>;
  return typeof id === 'string' && typeof failClosed === 'boolean';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
