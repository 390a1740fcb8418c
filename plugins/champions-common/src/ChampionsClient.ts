import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { ChampionsApi } from './api';
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

/** @public */
export interface ChampionsClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}

function personPath(userRef: string, ...rest: string[]): string {
  const { namespace, name } = parseEntityRef(userRef);
  return [
    '/people',
    ...[namespace, name, ...rest].map(encodeURIComponent),
  ].join('/');
}

/**
 * Reads and writes champions over HTTP.
 *
 * @public
 */
export class ChampionsClient implements ChampionsApi {
  readonly #options: ChampionsClientOptions;

  constructor(options: ChampionsClientOptions) {
    this.#options = options;
  }

  getEntityChampions(entityRef: string): Promise<EntityChampions> {
    return this.#read('GET', `/entities/${entityPath(entityRef)}/champions`);
  }

  resolveChampions(entityRefs: string[]): Promise<ResolvedChampions> {
    return this.#read('POST', '/resolve', { entityRefs });
  }

  getAssignments(query: AssignmentsQuery): Promise<AssignmentsPage> {
    const { scopeRef, userRef, status = [], cursor, limit } = query;
    const parameters = new URLSearchParams({
      ...(scopeRef !== undefined && { scopeRef }),
      ...(userRef !== undefined && { userRef }),
      ...(cursor !== undefined && { cursor }),
      ...(limit !== undefined && { limit: String(limit) }),
    });
    status.forEach(each => parameters.append('status', each));
    const suffix = parameters.size > 0 ? `?${parameters}` : '';
    return this.#read('GET', `/assignments${suffix}`);
  }

  getAssignment(id: string): Promise<AssignmentDetails> {
    return this.#read('GET', `/assignments/${encodeURIComponent(id)}`);
  }

  nominate(input: NominationInput): Promise<ChampionAssignment> {
    return this.#read('POST', '/assignments', input);
  }

  actOnAssignment(
    id: string,
    input: AssignmentActionInput,
  ): Promise<ChampionAssignment> {
    return this.#read(
      'POST',
      `/assignments/${encodeURIComponent(id)}/actions`,
      input,
    );
  }

  getMyChampionship(): Promise<MyChampionship> {
    return this.#read('GET', '/me');
  }

  getPerson(userRef: string): Promise<PersonChampionship> {
    return this.#read('GET', personPath(userRef));
  }

  recordTraining(input: TrainingInput): Promise<TrainingRecord> {
    return this.#read('POST', '/training', input);
  }

  confirmTraining(id: string): Promise<TrainingRecord> {
    return this.#read('POST', `/training/${encodeURIComponent(id)}/confirm`);
  }

  async removeTraining(id: string): Promise<void> {
    await this.#call('DELETE', `/training/${encodeURIComponent(id)}`);
  }

  volunteer(input: VolunteerInput): Promise<VolunteerOffer> {
    return this.#read('PUT', '/volunteers/me', input);
  }

  async stopVolunteering(): Promise<void> {
    await this.#call('DELETE', '/volunteers/me');
  }

  getProgramme(): Promise<ProgrammeOverview> {
    return this.#read('GET', '/programme');
  }

  getCoverageMap(): Promise<CoverageMap> {
    return this.#read('GET', '/programme/coverage');
  }

  getPipeline(): Promise<Pipeline> {
    return this.#read('GET', '/programme/pipeline');
  }

  getVacancies(): Promise<Vacancies> {
    return this.#read('GET', '/programme/vacancies');
  }

  getProgrammePeople(cursor?: string): Promise<ProgrammePeople> {
    const suffix =
      cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`;
    return this.#read('GET', `/programme/people${suffix}`);
  }

  getProgrammeSettings(): Promise<ProgrammeState> {
    return this.#read('GET', '/programme/settings');
  }

  getProgrammeEffect(): Promise<ProgrammeEffect> {
    return this.#read('GET', '/programme/effect');
  }

  getDesk(): Promise<Desk> {
    return this.#read('GET', '/desk');
  }

  getBrief(scopeRef: string, month: string): Promise<TeamBrief> {
    return this.#read('GET', `/briefs/${entityPath(scopeRef)}/${month}`);
  }

  saveBrief(
    scopeRef: string,
    month: string,
    text: string,
    version: number,
  ): Promise<TeamBrief> {
    return this.#read('PUT', `/briefs/${entityPath(scopeRef)}/${month}`, {
      text,
      version,
    });
  }

  async resetBrief(scopeRef: string, month: string): Promise<void> {
    await this.#call('DELETE', `/briefs/${entityPath(scopeRef)}/${month}`);
  }

  ask(input: QuestionInput): Promise<Question> {
    return this.#read('POST', '/questions', input);
  }

  getQuestions(
    role: 'asked' | 'routed',
    cursor?: string,
  ): Promise<QuestionsPage> {
    const parameters = new URLSearchParams({
      role,
      ...(cursor !== undefined && { cursor }),
    });
    return this.#read('GET', `/questions?${parameters}`);
  }

  answerQuestion(
    id: string,
    answer: string,
    version: number,
  ): Promise<Question> {
    return this.#read('POST', `/questions/${encodeURIComponent(id)}/answer`, {
      answer,
      version,
    });
  }

  withdrawQuestion(id: string, version: number): Promise<Question> {
    return this.#read('POST', `/questions/${encodeURIComponent(id)}/withdraw`, {
      version,
    });
  }

  getCalendar(): Promise<CalendarFeed> {
    return this.#read('GET', '/calendar');
  }

  createCalendar(): Promise<CalendarFeed> {
    return this.#read('POST', '/calendar');
  }

  async removeCalendar(): Promise<void> {
    await this.#call('DELETE', '/calendar');
  }

  getMeetings(): Promise<ChampionMeetings> {
    return this.#read('GET', '/meetings');
  }

  announceMeeting(input: MeetingAnnouncement): Promise<ChampionMeeting> {
    return this.#read('POST', '/meetings', input);
  }

  changeMeeting(
    id: string,
    input: MeetingInput,
    version: number,
  ): Promise<ChampionMeeting> {
    return this.#read('PUT', `/meetings/${encodeURIComponent(id)}`, {
      ...input,
      version,
    });
  }

  cancelMeeting(id: string, version: number): Promise<ChampionMeeting> {
    return this.#read('POST', `/meetings/${encodeURIComponent(id)}/cancel`, {
      version,
    });
  }

  exportPerson(userRef: string): Promise<PersonExport> {
    return this.#read('GET', personPath(userRef, 'export'));
  }

  previewErasure(userRef: string): Promise<ErasurePreview> {
    return this.#read('GET', personPath(userRef, 'erasure'));
  }

  erasePerson(userRef: string): Promise<ErasurePreview> {
    return this.#read('POST', personPath(userRef, 'erasure'));
  }

  async #read<T>(method: string, path: string, body?: object): Promise<T> {
    return (await this.#call(method, path, body)).json();
  }

  async #call(method: string, path: string, body?: object): Promise<Response> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('champions');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      ...(body && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
