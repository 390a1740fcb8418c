/** A step of a state machine that a person takes. @public */
export interface PersonTransition<
  Status extends string,
  Action extends string,
  Guard extends string,
> {
  action: Action;
  from: readonly Status[];
  to: Status;
  guards: readonly Guard[];
}

/** What becomes of an action: the next status, or why not. @public */
export type TransitionDecision<Status extends string, Guard extends string> =
  | { kind: 'taken'; to: Status }
  | { kind: 'refused'; because: 'status' }
  | { kind: 'refused'; because: 'guard'; guard: Guard };

/**
 * Decides on an action by a table of transitions.
 *
 * @public
 */
export function decideTransition<
  Status extends string,
  Action extends string,
  Guard extends string,
>(
  table: readonly PersonTransition<Status, Action, Guard>[],
  status: Status,
  action: Action,
  holds: Record<Guard, boolean>,
): TransitionDecision<Status, Guard> {
  const transition = table.find(
    each => each.action === action && each.from.includes(status),
  );
  if (!transition) {
    return { kind: 'refused', because: 'status' };
  }
  const guard = transition.guards.find(each => !holds[each]);
  return guard
    ? { kind: 'refused', because: 'guard', guard }
    : { kind: 'taken', to: transition.to };
}

/** The actions that a table lets somebody take now, for buttons. @public */
export function openActions<
  Status extends string,
  Action extends string,
  Guard extends string,
>(
  table: readonly PersonTransition<Status, Action, Guard>[],
  status: Status,
  holds: Record<Guard, boolean>,
): Action[] {
  return table
    .filter(
      each =>
        each.from.includes(status) && each.guards.every(guard => holds[guard]),
    )
    .map(each => each.action);
}
