import { readFileSync } from 'node:fs';
import { InputError } from '@backstage/errors';
import { parsePolicy } from './parsePolicy';
import { DEFAULT_GATE_POLICY, GatePolicy } from './policy';

/** Policies by id: the built-in one, which a file may replace, and those of the files. */
export function readPolicies(files: string[]): Map<string, GatePolicy> {
  const policies = new Map([[DEFAULT_GATE_POLICY.id, DEFAULT_GATE_POLICY]]);
  const fileOf = new Map<string, string>();
  for (const file of files) {
    const policy = parsePolicy(file, read(file));
    const other = fileOf.get(policy.id);
    if (other !== undefined) {
      throw new InputError(
        `Gate policies ${other} and ${file} have the same id, ${policy.id}`,
      );
    }
    fileOf.set(policy.id, file);
    policies.set(policy.id, policy);
  }
  return policies;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`Gate policy ${file} can not be read`, error);
  }
}
