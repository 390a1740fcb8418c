import {
  AssignmentAction,
  AssignmentActionInput,
  AssignmentImport,
  AssignmentImportInput,
  AssignmentsPage,
  ChampionAssignment,
  LIVE_ASSIGNMENT_STATUSES,
  NominationInput,
  PersonChampionship,
  QuestionInput,
  QuestionsPage,
  ResolvedChampions,
  TrainingInput,
  VolunteerInput,
} from '@synchrony/backstage-plugin-champions-common';
import {
  CHAMPIONS,
  DEPUTIES,
  DemoChampion,
  DemoNomination,
  LEAVERS,
  NOMINATIONS,
  VOLUNTEERS,
} from '../champions/programme';
import { DemoPortal } from './DemoPortal';

const DAY_MS = 24 * 3600 * 1000;
const PATH = '/api/champions';
const CAPTAIN = 'appsec-lead';
const CAPACITY_PCT = 10;
/** The plugin sweeps the catalog once a minute. */
const LONGEST_WAIT_MS = 180_000;
const INTERVAL_MS = 1_000;
/** Days from being asked to saying yes, and from there to being active. */
const ASKED_BEFORE = 31;
const ACCEPTED_BEFORE = 24;

const personRef = (name: string) => `user:default/${name}`;
const teamRef = (name: string) => `group:default/${name}`;

/** Brings the champions of the demo about; what is there stays. */
class Programme {
  readonly #portal: DemoPortal;
  readonly #now: Date;
  #assignments: ChampionAssignment[] = [];

  constructor(portal: DemoPortal, now: Date) {
    this.#portal = portal;
    this.#now = now;
  }

  async bringAbout(components: string[]): Promise<void> {
    await this.#waitForCatalog(components);
    await this.#bringOverHistory();
    await this.#look();
    for (const { person, team, inDays } of LEAVERS) {
      const assignment = this.#find(person, team);
      if (assignment?.status === 'active') {
        await this.#act(person, assignment, 'announceStepDown', {
          endsAt: this.#day(-inDays),
        });
      }
    }
    for (const nomination of NOMINATIONS) {
      await this.#nominate(nomination);
    }
    for (const champion of CHAMPIONS) {
      await this.#train(champion);
    }
    await this.#volunteer();
    await this.#ask();
  }

  /** Who is champion of a component is known once the plugin knows it. */
  async #waitForCatalog(components: string[]): Promise<void> {
    const entityRefs = components.map(name => `component:default/${name}`);
    for (let waited = 0; waited < LONGEST_WAIT_MS; waited += INTERVAL_MS) {
      const { items } = await this.#portal.postAs<ResolvedChampions>(
        CAPTAIN,
        `${PATH}/resolve`,
        { entityRefs },
      );
      if (items.length === entityRefs.length) {
        return;
      }
      await this.#portal.wait(INTERVAL_MS);
    }
    throw new Error('Champions do not know all components of the demo');
  }

  /** The captain brings over what was agreed before the portal knew of it. */
  async #bringOverHistory(): Promise<void> {
    const items = [
      ...CHAMPIONS.flatMap(each => this.#imports(each, 'primary')),
      ...DEPUTIES.flatMap(each => this.#imports(each, 'deputy')),
    ];
    const body: AssignmentImportInput = { items };
    await this.#portal.postAs(CAPTAIN, `${PATH}/assignments/import`, body);
  }

  #imports(
    { confirmed, person, since, specialisms, teams }: DemoChampion,
    role: 'primary' | 'deputy',
  ): AssignmentImport[] {
    return teams.map(team => ({
      userRef: personRef(person),
      scopeRef: teamRef(team),
      role,
      specialisms,
      capacityPct: CAPACITY_PCT,
      nominatedAt: this.#day(since + ASKED_BEFORE),
      acceptedAt: this.#day(since + ACCEPTED_BEFORE),
      consentRecord: 'Said yes in the register that AppSec kept as a wiki page',
      startedAt: this.#day(since),
      confirmedAt: this.#day(confirmed ?? since),
    }));
  }

  async #look(): Promise<void> {
    this.#assignments = [];
    let cursor: string | undefined;
    do {
      const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const page: AssignmentsPage = await this.#portal.getAs(
        CAPTAIN,
        `${PATH}/assignments?limit=100${after}`,
      );
      this.#assignments.push(
        ...page.items.filter(({ status }) =>
          LIVE_ASSIGNMENT_STATUSES.includes(status),
        ),
      );
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  #find(person: string, team: string): ChampionAssignment | undefined {
    return this.#assignments.find(
      ({ scopeRef, userRef }) =>
        userRef === personRef(person) && scopeRef === teamRef(team),
    );
  }

  async #nominate(nomination: DemoNomination): Promise<void> {
    const { by, lead, person, reason, role, status, team } = nomination;
    const input: NominationInput = {
      userRef: personRef(person),
      scopeRef: teamRef(team),
      role,
      reason,
    };
    let assignment =
      this.#find(person, team) ??
      (await this.#portal.postAs<ChampionAssignment>(
        personRef(by),
        `${PATH}/assignments`,
        input,
      ));
    if (assignment.status === 'nominated' && status !== 'nominated') {
      assignment = await this.#act(person, assignment, 'accept', {
        capacityPct: CAPACITY_PCT,
      });
    }
    if (assignment.status === 'accepted' && lead !== undefined) {
      await this.#act(lead, assignment, 'agreeCapacity', {
        capacityPct: CAPACITY_PCT,
      });
    }
  }

  async #act(
    person: string,
    { id, version }: ChampionAssignment,
    action: AssignmentAction,
    input: Partial<AssignmentActionInput>,
  ): Promise<ChampionAssignment> {
    const body: AssignmentActionInput = { ...input, action, version };
    return this.#portal.postAs(
      personRef(person),
      `${PATH}/assignments/${encodeURIComponent(id)}/actions`,
      body,
    );
  }

  async #train({ courses = [], person, since }: DemoChampion): Promise<void> {
    if (courses.length === 0) {
      return;
    }
    const { training = [] } = await this.#portal.getAs<PersonChampionship>(
      CAPTAIN,
      `${PATH}/people/default/${person}`,
    );
    const done = training.map(({ courseId }) => courseId);
    for (const courseId of courses.filter(each => !done.includes(each))) {
      const input: TrainingInput = {
        userRef: personRef(person),
        courseId,
        completedOn: this.#day(since).slice(0, 10),
      };
      await this.#portal.postAs(CAPTAIN, `${PATH}/training`, input);
    }
  }

  async #volunteer(): Promise<void> {
    for (const { note, person, specialisms, team, willing } of VOLUNTEERS) {
      const input: VolunteerInput = {
        specialisms,
        capacityPct: CAPACITY_PCT,
        scopeRefs: [teamRef(team)],
        willing,
        visibility: 'leads',
        note,
      };
      await this.#portal.putAs(
        personRef(person),
        `${PATH}/volunteers/me`,
        input,
      );
    }
  }

  async #ask(): Promise<void> {
    const { items } = await this.#portal.getAs<QuestionsPage>(
      'developer',
      `${PATH}/questions?role=asked`,
    );
    if (items.length === 0) {
      const question: QuestionInput = {
        entityRef: 'component:default/instant-payments-api',
        subject: { kind: 'entity' },
        text: 'May we log the reference of a payment, or does it count as personal data?',
      };
      await this.#portal.postAs('developer', `${PATH}/questions`, question);
    }
  }

  #day(ago: number): string {
    return new Date(this.#now.getTime() - ago * DAY_MS).toISOString();
  }
}

/**
 * Brings the champions of the demo about through the public API, each step as
 * the person who takes it.
 */
export async function bringChampions(
  portal: DemoPortal,
  components: string[],
  now: Date,
): Promise<void> {
  await new Programme(portal, now).bringAbout(components);
}
