import {
  AssignmentActionInput,
  AssignmentDetails,
  AssignmentsPage,
  AssignmentsQuery,
  CalendarFeed,
  ChampionAssignment,
  ChampionMeeting,
  ChampionMeetings,
  ChampionsApi,
  CoverageMap,
  Desk,
  EntityChampions,
  ErasurePreview,
  MeetingAnnouncement,
  MeetingInput,
  MyChampionship,
  NominationInput,
  PersonChampionship,
  PersonExport,
  Pipeline,
  ProgrammeEffect,
  ProgrammeOverview,
  ProgrammePeople,
  ProgrammeState,
  Question,
  QuestionInput,
  QuestionsPage,
  ResolvedChampions,
  TeamBrief,
  TrainingInput,
  TrainingRecord,
  Vacancies,
  VolunteerInput,
  VolunteerOffer,
} from '@synchrony/backstage-plugin-champions-common';
import {
  ASSIGNMENT,
  COVERAGE_MAP,
  EFFECT,
  ENTITY_CHAMPIONS,
  ME,
  NOW,
  OVERVIEW,
  PEOPLE,
  PERSON,
  PIPELINE,
  PROGRAMME,
  VACANCIES,
} from './programmeFixtures';

/**
 * Answers what a test sets, and keeps what was sent. A test may also replace a
 * whole method.
 */
export class FakeChampionsApi implements ChampionsApi {
  /** What all reads fail with, when it is set. */
  error?: Error;
  me: MyChampionship = ME;
  overview: ProgrammeOverview = OVERVIEW;
  map: CoverageMap = COVERAGE_MAP;
  pipeline: Pipeline = PIPELINE;
  vacancies: Vacancies = VACANCIES;
  people: ProgrammePeople = PEOPLE;
  programme: ProgrammeState = PROGRAMME;
  effect: ProgrammeEffect = EFFECT;
  entityChampions: EntityChampions = ENTITY_CHAMPIONS;
  assignment: AssignmentDetails = ASSIGNMENT;
  person: PersonChampionship = PERSON;
  meetings: ChampionMeetings = { items: [], mayAnnounce: false };
  readonly sent: { call: string; input: unknown }[] = [];

  constructor(methods: Partial<ChampionsApi> = {}) {
    Object.assign(this, methods);
  }

  async getEntityChampions(entityRef: string): Promise<EntityChampions> {
    return this.#read({ ...this.entityChampions, entityRef });
  }

  async resolveChampions(_entityRefs: string[]): Promise<ResolvedChampions> {
    return this.#read({ items: [], asOf: NOW });
  }

  async getAssignments(_query: AssignmentsQuery): Promise<AssignmentsPage> {
    return this.#read({ items: [], totalItems: 0, pageInfo: {} });
  }

  async getAssignment(id: string): Promise<AssignmentDetails> {
    return this.#read({ ...this.assignment, id });
  }

  async nominate(input: NominationInput): Promise<ChampionAssignment> {
    this.#keep('nominate', input);
    return { ...this.assignment, ...input };
  }

  async actOnAssignment(
    id: string,
    input: AssignmentActionInput,
  ): Promise<ChampionAssignment> {
    this.#keep('actOnAssignment', { id, ...input });
    return this.assignment;
  }

  async getMyChampionship(): Promise<MyChampionship> {
    return this.#read(this.me);
  }

  async getPerson(userRef: string): Promise<PersonChampionship> {
    return this.#read({ ...this.person, userRef });
  }

  async recordTraining(input: TrainingInput): Promise<TrainingRecord> {
    this.#keep('recordTraining', input);
    return { id: 'new', status: 'confirmed', ...input };
  }

  async confirmTraining(id: string): Promise<TrainingRecord> {
    this.#keep('confirmTraining', id);
    return {
      id,
      courseId: 'core',
      completedOn: '2026-10-01',
      status: 'confirmed',
    };
  }

  async removeTraining(id: string): Promise<void> {
    this.#keep('removeTraining', id);
  }

  async volunteer(input: VolunteerInput): Promise<VolunteerOffer> {
    this.#keep('volunteer', input);
    return { ...input, updatedAt: NOW };
  }

  async stopVolunteering(): Promise<void> {
    this.#keep('stopVolunteering', undefined);
  }

  async getProgramme(): Promise<ProgrammeOverview> {
    return this.#read(this.overview);
  }

  async getCoverageMap(): Promise<CoverageMap> {
    return this.#read(this.map);
  }

  async getPipeline(): Promise<Pipeline> {
    return this.#read(this.pipeline);
  }

  async getVacancies(): Promise<Vacancies> {
    return this.#read(this.vacancies);
  }

  async getProgrammePeople(cursor?: string): Promise<ProgrammePeople> {
    this.#keep('getProgrammePeople', cursor);
    return this.#read(this.people);
  }

  async getProgrammeSettings(): Promise<ProgrammeState> {
    return this.#read(this.programme);
  }

  async getProgrammeEffect(): Promise<ProgrammeEffect> {
    return this.#read(this.effect);
  }

  async getDesk(): Promise<Desk> {
    return this.#read({
      asOf: NOW,
      scopes: [],
      components: 0,
      sections: [],
      items: [],
    });
  }

  async getBrief(scopeRef: string, month: string): Promise<TeamBrief> {
    return this.#read({
      scopeRef,
      month,
      asOf: NOW,
      figures: { components: 0 },
      text: '',
      isEdited: false,
      version: 1,
      mayEdit: false,
    });
  }

  async saveBrief(
    scopeRef: string,
    month: string,
    text: string,
    version: number,
  ): Promise<TeamBrief> {
    this.#keep('saveBrief', { scopeRef, month, text, version });
    return { ...(await this.getBrief(scopeRef, month)), text, isEdited: true };
  }

  async resetBrief(scopeRef: string, month: string): Promise<void> {
    this.#keep('resetBrief', { scopeRef, month });
  }

  async ask(input: QuestionInput): Promise<Question> {
    this.#keep('ask', input);
    return this.#question('q1', input);
  }

  async getQuestions(_role: 'asked' | 'routed'): Promise<QuestionsPage> {
    return this.#read({ items: [], pageInfo: {} });
  }

  async answerQuestion(
    id: string,
    answer: string,
    version: number,
  ): Promise<Question> {
    this.#keep('answerQuestion', { id, answer, version });
    return { ...this.#question(id), status: 'answered', answer };
  }

  async withdrawQuestion(id: string, version: number): Promise<Question> {
    this.#keep('withdrawQuestion', { id, version });
    return { ...this.#question(id), status: 'withdrawn' };
  }

  async getCalendar(): Promise<CalendarFeed> {
    return this.#read({ exists: false });
  }

  async createCalendar(): Promise<CalendarFeed> {
    this.#keep('createCalendar', undefined);
    return {
      exists: true,
      url: 'https://portal.example/feed.ics',
      createdAt: NOW,
    };
  }

  async removeCalendar(): Promise<void> {
    this.#keep('removeCalendar', undefined);
  }

  async getMeetings(): Promise<ChampionMeetings> {
    return this.#read(this.meetings);
  }

  async announceMeeting(input: MeetingAnnouncement): Promise<ChampionMeeting> {
    this.#keep('announceMeeting', input);
    return {
      ...input,
      id: 'm1',
      isCancelled: false,
      version: 1,
      mayChange: true,
    };
  }

  async changeMeeting(
    id: string,
    input: MeetingInput,
    version: number,
  ): Promise<ChampionMeeting> {
    this.#keep('changeMeeting', { id, ...input, version });
    return { ...(await this.announceMeeting(input)), version: version + 1 };
  }

  async cancelMeeting(id: string, version: number): Promise<ChampionMeeting> {
    this.#keep('cancelMeeting', { id, version });
    return { ...this.meetings.items[0], isCancelled: true };
  }

  async exportPerson(userRef: string): Promise<PersonExport> {
    return this.#read({
      userRef,
      exportedAt: NOW,
      assignments: [],
      history: [],
      training: [],
      questions: [],
      briefs: [],
      declarations: [],
      memberships: [],
      steps: [],
    });
  }

  async previewErasure(userRef: string): Promise<ErasurePreview> {
    return this.#read({ userRef, classes: [] });
  }

  async erasePerson(userRef: string): Promise<ErasurePreview> {
    this.#keep('erasePerson', userRef);
    return { userRef, classes: [] };
  }

  #read<T>(answer: T): T {
    if (this.error) {
      throw this.error;
    }
    return answer;
  }

  #keep(call: string, input: unknown): void {
    this.sent.push({ call, input });
  }

  #question(id: string, input?: QuestionInput): Question {
    return {
      id,
      entityRef: 'component:default/ledger',
      subject: { kind: 'entity' },
      text: 'How?',
      ...input,
      askedAt: NOW,
      routedTo: 'user:default/amara.rowe',
      routedBecause: 'champion of this team',
      status: 'open',
      version: 1,
    };
  }
}
