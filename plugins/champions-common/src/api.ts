import {
  AssignmentActionInput,
  AssignmentDetails,
  AssignmentsPage,
  AssignmentsQuery,
  ChampionAssignment,
  NominationInput,
} from './assignments';
import { EntityChampions, ResolvedChampions } from './coverage';
import {
  Desk,
  Question,
  QuestionInput,
  QuestionsPage,
  TeamBrief,
} from './desk';
import { ProgrammeEffect } from './effect';
import {
  ChampionMeeting,
  ChampionMeetings,
  MeetingAnnouncement,
  MeetingInput,
} from './meetings';
import {
  CalendarFeed,
  ErasurePreview,
  MyChampionship,
  PersonChampionship,
  PersonExport,
  TrainingInput,
  TrainingRecord,
  VolunteerInput,
  VolunteerOffer,
} from './people';
import {
  CoverageMap,
  Pipeline,
  ProgrammeOverview,
  ProgrammePeople,
  ProgrammeState,
  Vacancies,
} from './programme';

/**
 * Security champions over HTTP.
 *
 * @public
 */
export interface ChampionsApi {
  /** `GET /entities/{namespace}/{kind}/{name}/champions` */
  getEntityChampions(entityRef: string): Promise<EntityChampions>;
  /** `POST /resolve` */
  resolveChampions(entityRefs: string[]): Promise<ResolvedChampions>;
  /** `GET /assignments`: those that the reader may see. */
  getAssignments(query: AssignmentsQuery): Promise<AssignmentsPage>;
  /** `GET /assignments/{id}` */
  getAssignment(id: string): Promise<AssignmentDetails>;
  /** `POST /assignments` */
  nominate(input: NominationInput): Promise<ChampionAssignment>;
  /** `POST /assignments/{id}/actions` */
  actOnAssignment(
    id: string,
    input: AssignmentActionInput,
  ): Promise<ChampionAssignment>;
  /** `GET /me` */
  getMyChampionship(): Promise<MyChampionship>;
  /** `GET /people/{namespace}/{name}` */
  getPerson(userRef: string): Promise<PersonChampionship>;
  /** `POST /training` */
  recordTraining(input: TrainingInput): Promise<TrainingRecord>;
  /** `POST /training/{id}/confirm` */
  confirmTraining(id: string): Promise<TrainingRecord>;
  /** `DELETE /training/{id}` */
  removeTraining(id: string): Promise<void>;
  /** `PUT /volunteers/me` */
  volunteer(input: VolunteerInput): Promise<VolunteerOffer>;
  /** `DELETE /volunteers/me` */
  stopVolunteering(): Promise<void>;
  /** `GET /programme` */
  getProgramme(): Promise<ProgrammeOverview>;
  /** `GET /programme/coverage` */
  getCoverageMap(): Promise<CoverageMap>;
  /** `GET /programme/pipeline` */
  getPipeline(): Promise<Pipeline>;
  /** `GET /programme/vacancies` */
  getVacancies(): Promise<Vacancies>;
  /** `GET /programme/people` */
  getProgrammePeople(cursor?: string): Promise<ProgrammePeople>;
  /** `GET /programme/settings` */
  getProgrammeSettings(): Promise<ProgrammeState>;
  /** `GET /programme/effect` */
  getProgrammeEffect(): Promise<ProgrammeEffect>;
  /** `GET /desk` */
  getDesk(): Promise<Desk>;
  /** `GET /briefs/{namespace}/{kind}/{name}/{month}` */
  getBrief(scopeRef: string, month: string): Promise<TeamBrief>;
  /** `PUT /briefs/{namespace}/{kind}/{name}/{month}` */
  saveBrief(
    scopeRef: string,
    month: string,
    text: string,
    version: number,
  ): Promise<TeamBrief>;
  /** `DELETE /briefs/{namespace}/{kind}/{name}/{month}`: back to the draft. */
  resetBrief(scopeRef: string, month: string): Promise<void>;
  /** `POST /questions` */
  ask(input: QuestionInput): Promise<Question>;
  /** `GET /questions?role=` */
  getQuestions(
    role: 'asked' | 'routed',
    cursor?: string,
  ): Promise<QuestionsPage>;
  /** `POST /questions/{id}/answer` */
  answerQuestion(
    id: string,
    answer: string,
    version: number,
  ): Promise<Question>;
  /** `POST /questions/{id}/withdraw` */
  withdrawQuestion(id: string, version: number): Promise<Question>;
  /** `GET /calendar` */
  getCalendar(): Promise<CalendarFeed>;
  /** `POST /calendar`: makes a feed, or gives it a new address. */
  createCalendar(): Promise<CalendarFeed>;
  /** `DELETE /calendar` */
  removeCalendar(): Promise<void>;
  /** `GET /meetings` */
  getMeetings(): Promise<ChampionMeetings>;
  /** `POST /meetings` */
  announceMeeting(input: MeetingAnnouncement): Promise<ChampionMeeting>;
  /** `PUT /meetings/{id}` */
  changeMeeting(
    id: string,
    input: MeetingInput,
    version: number,
  ): Promise<ChampionMeeting>;
  /** `POST /meetings/{id}/cancel` */
  cancelMeeting(id: string, version: number): Promise<ChampionMeeting>;
  /** `GET /people/{namespace}/{name}/export` */
  exportPerson(userRef: string): Promise<PersonExport>;
  /** `GET /people/{namespace}/{name}/erasure` */
  previewErasure(userRef: string): Promise<ErasurePreview>;
  /** `POST /people/{namespace}/{name}/erasure` */
  erasePerson(userRef: string): Promise<ErasurePreview>;
}
