import { randomUUID } from 'node:crypto';
import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  FindingActionAnswer,
  FindingActionRequest,
  FindingActionResult,
  UNDO_SECONDS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { TriageStore } from '../store/TriageStore';
import {
  applyAction,
  TriageChange,
  TriagedFinding,
  undoAction,
} from '../triage';
import { actorOf } from './actorOf';
import { CatalogUsers } from './CatalogUsers';
import { RequestError } from './RequestError';
import { TriageAccess } from './TriageAccess';
import { TriageApplier, TriageOrder } from './TriageApplier';

const UNDO_MS = UNDO_SECONDS * 1000;

export interface TriageServiceOptions {
  auth: AuthService;
  access: TriageAccess;
  users: Pick<CatalogUsers, 'has'>;
  triage: TriageStore;
  applier: TriageApplier;
  clock: () => Date;
}

type Decided =
  { change: TriageChange; outcome: 'done' | 'pending' } | { refusal: string };

/** What is to be done to each finding, and noted with it. */
interface Work {
  actor: string;
  /** Reads what the decisions need; called again after a conflict. */
  prepare(): Promise<(finding: TriagedFinding) => Decided>;
  record: TriageOrder['record'];
}

/** What people do to findings, and taking it back. */
export class TriageService {
  readonly #options: TriageServiceOptions;

  constructor(options: TriageServiceOptions) {
    this.#options = options;
  }

  async act(
    credentials: BackstageCredentials,
    { ids, ...command }: FindingActionRequest,
  ): Promise<FindingActionAnswer> {
    const { auth, triage } = this.#options;
    const actor = actorOf(auth, credentials);
    await this.#requireUser(credentials, command.assignee);
    const actionId = randomUUID();
    const results = await this.#work(credentials, [...new Set(ids)], {
      actor,
      prepare: async () => finding => {
        const applied = applyAction(finding, command, actor, this.#now());
        return 'refusal' in applied
          ? applied
          : {
              change: applied.change,
              outcome: applied.pending ? 'pending' : 'done',
            };
      },
      record: async (tx, changes, at) => {
        const { action } = command;
        await triage.deleteActionsBefore(tx, at - UNDO_MS);
        await triage.insertActions(tx, changes, {
          actionId,
          actor,
          action,
          at,
        });
      },
    });
    return {
      actionId,
      ...(results.some(({ outcome }) => outcome !== 'refused') && {
        undoUntil: new Date(this.#now() + UNDO_MS).toISOString(),
      }),
      results,
    };
  }

  async #requireUser(
    credentials: BackstageCredentials,
    assignee: string | undefined,
  ): Promise<void> {
    if (
      assignee !== undefined &&
      !(await this.#options.users.has(credentials, assignee))
    ) {
      throw new RequestError(
        400,
        `${assignee} is no user of the catalog`,
        'body.assignee',
      );
    }
  }

  /** Only who did it can take it back, and only for a short time. */
  async undo(
    credentials: BackstageCredentials,
    actionId: string,
  ): Promise<FindingActionAnswer> {
    const { auth, triage } = this.#options;
    const actor = actorOf(auth, credentials);
    const recorded = await triage.listActions(actionId);
    if (recorded.length === 0 || recorded[0].actor !== actor) {
      throw new NotFoundError(`You did no ${actionId}, or too long ago`);
    }
    if (this.#now() > recorded[0].at + UNDO_MS) {
      throw new ConflictError(
        `What was done can be undone for ${UNDO_SECONDS} seconds`,
      );
    }
    const ids = recorded.map(({ findingId }) => findingId);
    const results = await this.#work(credentials, ids, {
      actor,
      prepare: async () => {
        const actions = await triage.listActions(actionId);
        return finding => {
          const action = actions.find(item => item.findingId === finding.id);
          const undone = action
            ? undoAction(finding, action)
            : { refusal: 'It was done too long ago' };
          return 'refusal' in undone
            ? undone
            : { change: undone.change, outcome: 'done' };
        };
      },
      record: async (tx, changes) => {
        const undone = changes.map(({ finding }) => finding.id);
        if ((await triage.markUndone(tx, actionId, undone)) < undone.length) {
          throw new ConflictError(`${actionId} is being undone already`);
        }
      },
    });
    return { actionId, results };
  }

  /** One transaction an entity; results in the order of the ids. */
  async #work(
    credentials: BackstageCredentials,
    ids: string[],
    work: Work,
  ): Promise<FindingActionResult[]> {
    const { access, triage } = this.#options;
    const findings = await triage.list(ids);
    const rights = await access.rights(
      credentials,
      findings.map(({ entityRef }) => entityRef),
    );
    const results = new Map<string, FindingActionResult>();
    const byEntity = Map.groupBy(findings, finding => finding.entityRef);
    for (const [entityRef, group] of byEntity) {
      const outcomes = rights.triage.has(entityRef)
        ? await this.#workOn(entityRef, group, work)
        : group.map(finding => forbidden(finding, rights.read));
      for (const outcome of outcomes) {
        results.set(outcome.id, outcome);
      }
    }
    return ids.map(id => results.get(id) ?? unknown(id));
  }

  async #workOn(
    entityRef: string,
    group: TriagedFinding[],
    { actor, prepare, record }: Work,
  ): Promise<FindingActionResult[]> {
    const outcomes = new Map<string, FindingActionResult>();
    const ids = group.map(({ id }) => id);
    try {
      await this.#options.applier.apply({
        entityRef,
        ids,
        actor,
        decide: async current => {
          const decide = await prepare();
          return current.flatMap(finding => {
            const { id } = finding;
            const decided = decide(finding);
            if ('refusal' in decided) {
              outcomes.set(id, refused(id, decided.refusal));
              return [];
            }
            outcomes.set(id, { id, outcome: decided.outcome });
            return [decided.change];
          });
        },
        record,
      });
    } catch (error) {
      if (!ConflictError.is(error)) {
        throw error;
      }
      const reason = `${entityRef} is changing all the time; try again`;
      return ids.map(id => refused(id, reason));
    }
    return ids.map(id => outcomes.get(id) ?? unknown(id));
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}

function refused(id: string, reason: string): FindingActionResult {
  return { id, outcome: 'refused', reason };
}

/** What may not be seen answers as what does not exist. */
function unknown(id: string): FindingActionResult {
  return refused(id, `There is no finding ${id}`);
}

function forbidden(
  { entityRef, id }: TriagedFinding,
  readable: Set<string>,
): FindingActionResult {
  return readable.has(entityRef)
    ? refused(id, `You may not triage findings of ${entityRef}`)
    : unknown(id);
}
