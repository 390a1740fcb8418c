import { InputError } from '@backstage/errors';
import {
  ASSIGNMENT_ACTION_INPUTS,
  AssignmentActionInput,
} from '@synchrony/backstage-plugin-champions-common';

/**
 * That an action says all that it needs, and nothing that it does not take.
 *
 * @param maxPct - what a person gives at most
 */
export function requireActionInput(
  input: AssignmentActionInput,
  maxPct: number,
): void {
  const given = {
    note: input.note,
    capacityPct: input.capacityPct,
    endsAt: input.endsAt,
    successor: input.successorRef,
  };
  const takes: readonly string[] = ASSIGNMENT_ACTION_INPUTS[input.action];
  for (const [name, value] of Object.entries(given)) {
    const field = name === 'successor' ? 'successorRef' : name;
    if (value === undefined && takes.includes(name)) {
      throw new InputError(`${field}: ${input.action} needs it`);
    }
    if (
      value !== undefined &&
      !takes.includes(name) &&
      !takes.includes(`${name}?`)
    ) {
      throw new InputError(`${field}: ${input.action} does not take it`);
    }
  }
  if (
    input.confirmOverCapacity !== undefined &&
    input.action !== 'agreeCapacity'
  ) {
    throw new InputError(
      `confirmOverCapacity: ${input.action} does not take it`,
    );
  }
  if (input.capacityPct !== undefined && input.capacityPct > maxPct) {
    throw new InputError(
      `capacityPct: The programme asks for ${maxPct} % of somebody's time at most`,
    );
  }
}
