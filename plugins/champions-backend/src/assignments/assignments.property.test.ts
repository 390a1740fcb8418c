import {
  ASSIGNMENT_ACTIONS,
  ASSIGNMENT_TIME_TRANSITIONS,
  AssignmentAction,
  decideAssignmentAction,
  openAssignmentActions,
  PUBLIC_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import fc from 'fast-check';
import { applyAction, applyTimeStep, DAY_MS, dueStepOf } from './applyStep';
import { AssignmentViewer, guardsOf, isDateAhead } from './guardsOf';
import { isSeenBy } from './isSeenBy';
import { StoredAssignment } from './types';

const TERMS = { confirmationDays: 180, nominationDays: 21, lapsedDays: 30 };
const NOMINEE = 1;
const NOMINATOR = 2;

const nominated: StoredAssignment = {
  id: 'one',
  personId: NOMINEE,
  nominatedBy: NOMINATOR,
  scopeRef: 'group:default/payments',
  role: 'primary',
  source: 'portal',
  status: 'nominated',
  specialisms: [],
  nominatedAt: 0,
  isMember: false,
  dueAt: 21 * DAY_MS,
  version: 1,
};

const actor = fc.record({
  personId: fc.constantFrom(NOMINEE, NOMINATOR, 3, undefined),
  isCaptain: fc.boolean(),
  isLead: fc.boolean(),
});

const step = fc.oneof(
  fc.record({
    kind: fc.constant('action' as const),
    action: fc.constantFrom(...ASSIGNMENT_ACTIONS),
    by: actor,
    endsInDays: fc.integer({ min: -10, max: 500 }),
    successorStands: fc.boolean(),
    isInCatalog: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('time' as const),
    name: fc.constantFrom(
      ...ASSIGNMENT_TIME_TRANSITIONS.map(({ name }) => name),
    ),
  }),
  fc.record({
    kind: fc.constant('wait' as const),
    days: fc.integer({ min: 1, max: 200 }),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface World {
  now: number;
  assignment: StoredAssignment;
  hasConsent: boolean;
}

function act(
  world: World,
  taken: Extract<Step, { kind: 'action' }>,
): { action: AssignmentAction; world: World } | undefined {
  const { assignment, now } = world;
  const endsAt = now + taken.endsInDays * DAY_MS;
  const decision = decideAssignmentAction(
    assignment.status,
    taken.action,
    guardsOf(assignment, taken.by, {
      isInCatalog: taken.isInCatalog,
      successorStands: taken.successorStands,
      dateIsAhead: isDateAhead(endsAt, now),
    }),
  );
  if (decision.kind === 'refused') {
    return undefined;
  }
  return {
    action: taken.action,
    world: {
      now,
      assignment: applyAction(
        assignment,
        taken.action,
        decision.to,
        { at: now, actorId: taken.by.personId, endsAt, capacityPct: 10 },
        TERMS,
      ),
      hasConsent:
        world.hasConsent ||
        (taken.action === 'accept' && taken.by.personId === NOMINEE),
    },
  };
}

function follow(world: World, taken: Step): World {
  const { assignment, now } = world;
  switch (taken.kind) {
    case 'wait':
      return { ...world, now: now + taken.days * DAY_MS };
    case 'time':
      return {
        ...world,
        assignment:
          applyTimeStep(assignment, taken.name, now, TERMS) ?? assignment,
      };
    default:
      return act(world, taken)?.world ?? world;
  }
}

function visit(steps: Step[], look: (world: World) => void): void {
  let world: World = { now: 0, assignment: nominated, hasConsent: false };
  for (const taken of steps) {
    world = follow(world, taken);
    look(world);
  }
}

const NOBODY: AssignmentViewer = { isCaptain: false, isLead: false };

describe('an assignment, whoever does whatever', () => {
  it('is public only after the own yes of the person', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        visit(steps, ({ assignment, hasConsent }) => {
          const isPublic = PUBLIC_ASSIGNMENT_STATUSES.includes(
            assignment.status,
          );
          expect(isPublic && !hasConsent).toBe(false);
          expect(isSeenBy(assignment, NOBODY)).toBe(isPublic);
        });
      }),
    );
  });

  it('ends at once when the person withdraws, from every public state', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        visit(steps, world => {
          const { assignment } = world;
          if (!PUBLIC_ASSIGNMENT_STATUSES.includes(assignment.status)) {
            return;
          }
          const withdrawn = act(world, {
            kind: 'action',
            action: 'withdraw',
            by: { personId: NOMINEE, isCaptain: false, isLead: false },
            endsInDays: 0,
            successorStands: false,
            isInCatalog: false,
          });
          expect(withdrawn?.world.assignment).toMatchObject({
            status: 'ended',
            endReason: 'withdrawn',
            dueAt: undefined,
          });
        });
      }),
    );
  });

  it('is taken on by time until nothing is due', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        visit(steps, ({ assignment, now }) => {
          let current = assignment;
          const late = now + 2_000 * DAY_MS;
          for (let rounds = 0; rounds < 4; rounds += 1) {
            const name = dueStepOf(current, late);
            current =
              (name && applyTimeStep(current, name, late - 1, TERMS)) ??
              current;
            if (current.dueAt !== undefined && current.status === 'lapsed') {
              current = { ...current, dueAt: late };
            }
          }
          expect(dueStepOf(current, late)).toBeUndefined();
        });
      }),
    );
  });

  it('lets nobody agree on their own time', () => {
    const holds = guardsOf(
      nominated,
      { personId: NOMINEE, isCaptain: true, isLead: true },
      { isInCatalog: true, dateIsAhead: true, successorStands: true },
    );
    expect(openAssignmentActions('accepted', holds)).not.toContain(
      'agreeCapacity',
    );
  });
});
