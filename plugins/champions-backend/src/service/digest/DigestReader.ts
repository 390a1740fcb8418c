import {
  EntityProjection,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DAY_MS } from '../../assignments/applyStep';
import { CONFIRMATION_NOTICE_DAYS } from '../../assignments/noticesOf';
import { NOTHING_WAITS, Waiting } from '../../digest/types';
import { ProgrammeSource } from '../../programme/ProgrammeSource';
import { AssignmentStore } from '../../store/AssignmentStore';
import { DeskStore } from '../../store/desk/DeskStore';
import { ErasedPeopleStore } from '../../store/ErasedPeopleStore';
import { QuestionStore } from '../../store/desk/QuestionStore';
import { OrganisationStore } from '../../store/programme/OrganisationStore';
import { VacancyStore } from '../../store/programme/VacancyStore';
import { Pressing, PressingReader } from './PressingReader';

/** Of a nomination people are told at once; this is when they are reminded. */
const NOMINATION_WAITS_DAYS = 7;

export interface DigestReaderOptions {
  database: Knex;
  assignments: AssignmentStore;
  desks: DeskStore;
  entities: Pick<EntityProjection, 'get'>;
  erasedPeople: Pick<ErasedPeopleStore, 'among'>;
  organisation: OrganisationStore;
  people: PeopleStore;
  pressing: Pick<PressingReader, 'read'>;
  programme: ProgrammeSource;
  questions: QuestionStore;
  vacancies: VacancyStore;
  clock: () => Date;
}

/** What waits for everybody, in as many statements however many they are. */
export class DigestReader {
  readonly #options: DigestReaderOptions;

  constructor(options: DigestReaderOptions) {
    this.#options = options;
  }

  /**
   * By user ref, for whom something waits who is in the catalog. Nothing is
   * kept anew of who was erased, and leads now.
   */
  async read(): Promise<Map<string, Waiting>> {
    const {
      database,
      entities,
      erasedPeople,
      organisation,
      people,
      programme,
    } = this.#options;
    const byPerson = new Map<number, Waiting>();
    await this.#addWork(byPerson);
    await this.#addAssignments(byPerson);
    const { captains } = programme.current().settings;
    const asked = await this.#addQuestions(byPerson, captains);
    const names = await people.refsOf(database, [...byPerson.keys()]);
    const waiting = new Map(
      [...byPerson].flatMap(([id, each]) => {
        const name = names.get(id);
        return name === undefined ? [] : [[name, each] as const];
      }),
    );
    const vacant = await this.#vacancies();
    for (const [leadRef, vacancies] of vacant.byLead) {
      add(waiting, leadRef, { vacancies });
    }
    if (asked + vacant.others > 0) {
      for (const userRef of await organisation.membersOf(captains)) {
        add(waiting, userRef, { questions: asked, vacancies: vacant.others });
      }
    }
    const known = await entities.get([...waiting.keys()]);
    const own = new Set(names.values());
    const erased = await erasedPeople.among(
      database,
      [...waiting.keys()].filter(userRef => !own.has(userRef)),
    );
    return new Map(
      [...waiting].filter(
        ([userRef]) => known.get(userRef) && !erased.has(userRef),
      ),
    );
  }

  /** A waiver that is for several of somebody's entities is one. */
  async #addWork(byPerson: Map<number, Waiting>): Promise<void> {
    const { desks, pressing } = this.#options;
    const work = await desks.listWork();
    const told = await pressing.read([
      ...new Set(work.map(({ entityRef }) => entityRef)),
    ]);
    for (const [personId, rows] of Map.groupBy(work, each => each.personId)) {
      add(byPerson, personId, {
        ...sumOf(
          rows.map(({ entityRef }) => entityRef),
          told,
        ),
        isPartial: !told.isComplete,
      });
    }
  }

  async #addAssignments(byPerson: Map<number, Waiting>): Promise<void> {
    const { assignments, clock, database } = this.#options;
    const now = clock().getTime();
    const rows = await assignments.countWaiting(database, {
      confirmBefore: now + CONFIRMATION_NOTICE_DAYS * DAY_MS,
      nominatedBefore: now - NOMINATION_WAITS_DAYS * DAY_MS,
    });
    for (const { confirmations, nominations, personId } of rows) {
      add(byPerson, personId, { confirmations, nominations });
    }
  }

  /** Answers how many wait for the group of the captains. */
  async #addQuestions(
    byPerson: Map<number, Waiting>,
    captains: string,
  ): Promise<number> {
    const rows = await this.#options.questions.countOpen();
    for (const { open, personId } of rows) {
      if (personId !== undefined) {
        add(byPerson, personId, { questions: open });
      }
    }
    return rows.find(({ groupRef }) => groupRef === captains)?.open ?? 0;
  }

  /** Where no lead is in the catalog, captains are to know. */
  async #vacancies(): Promise<{
    byLead: Map<string, number>;
    others: number;
  }> {
    const { entities, organisation, vacancies } = this.#options;
    const open = await vacancies.list();
    const byLead = new Map<string, number>();
    if (open.length === 0) {
      return { byLead, others: 0 };
    }
    const groups = await organisation.groups();
    const leads = open.map(({ scopeRef }) => groups.leadOf(scopeRef));
    const known = await entities.get(leads.filter(ref => ref !== undefined));
    const found = leads.filter(
      (ref): ref is string => ref !== undefined && Boolean(known.get(ref)),
    );
    for (const ref of found) {
      byLead.set(ref, (byLead.get(ref) ?? 0) + 1);
    }
    return { byLead, others: leads.length - found.length };
  }
}

/** Adds to what waits for somebody. */
function add<K>(
  waiting: Map<K, Waiting>,
  key: K,
  more: Partial<Waiting>,
): void {
  const sum = { ...(waiting.get(key) ?? NOTHING_WAITS) };
  const { isPartial = false, ...counts } = more;
  for (const [kind, count] of Object.entries(counts)) {
    sum[kind as keyof typeof counts] += count;
  }
  waiting.set(key, { ...sum, isPartial: sum.isPartial || isPartial });
}

function sumOf(
  entityRefs: string[],
  { at }: Pressing,
): Pick<Waiting, 'critical' | 'due' | 'quiet' | 'waivers'> {
  const rows = entityRefs.flatMap(ref => at.get(ref) ?? []);
  const total = (valueOf: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + valueOf(row), 0);
  return {
    critical: total(row => row.critical),
    due: total(row => row.due),
    quiet: total(row => Number(row.isQuiet)),
    waivers: new Set(rows.flatMap(row => row.endingWaivers)).size,
  };
}
