import { LoggerService } from '@backstage/backend-plugin-api';
import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { applyTimeStep, dueStepOf } from '../assignments/applyStep';
import { ProgrammeSource } from '../programme/ProgrammeSource';
import { AssignmentStore } from '../store/AssignmentStore';
import { AssignmentChanges } from './AssignmentChanges';
import { AssignmentNotifier } from './AssignmentNotifier';
import { AssignmentsService } from './AssignmentsService';

export interface AssignmentClockOptions {
  database: Knex;
  logger: LoggerService;
  assignments: AssignmentStore;
  changes: AssignmentChanges;
  notifier: AssignmentNotifier;
  programme: ProgrammeSource;
  service: AssignmentsService;
  clock: () => Date;
}

const LOOK_MS = 10_000;
const STEPS_AT_A_TIME = 100;

/** What time alone does to assignments, on one replica, whoever is there. */
export class AssignmentClock {
  readonly #options: AssignmentClockOptions;
  readonly #loop: LeasedLoop;

  constructor(options: AssignmentClockOptions) {
    this.#options = options;
    this.#loop = new LeasedLoop({
      name: 'champions-assignments',
      leases: new Leases(options),
      logger: options.logger,
      run: async () => {
        await this.round();
        return LOOK_MS;
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async round(): Promise<void> {
    await this.takeDueSteps();
    await this.#options.service.activateReady();
    await this.#options.notifier.sendDue();
  }

  /** Another replica may do the same at the same time: each step is taken once. */
  async takeDueSteps(): Promise<void> {
    const { assignments, changes, clock, database, programme } = this.#options;
    const { settings } = programme.current();
    const at = clock().getTime();
    const isDue = (await assignments.due(database, at, 1)).length > 0;
    let taken = isDue ? STEPS_AT_A_TIME : 0;
    while (taken === STEPS_AT_A_TIME) {
      const written = await changes.commit(async tx => {
        const due = await assignments.due(tx, at, STEPS_AT_A_TIME);
        return due.flatMap(before => {
          const name = dueStepOf(before, at);
          const after = name && applyTimeStep(before, name, at, settings);
          return name && after ? [{ before, after, event: { name, at } }] : [];
        });
      });
      taken = written.length;
    }
  }
}
