import {
  Question,
  QuestionsPage,
} from '@synchrony/backstage-plugin-champions-common';
import { Person } from '../../access/requireReader';
import { ChampionsContext } from '../../context';
import {
  QuestionFilter,
  QuestionPosition,
  QuestionStore,
  StoredQuestion,
} from '../../store/desk/QuestionStore';
import { readCursor, writeCursor } from './questionCursor';

export interface QuestionReaderOptions extends Pick<
  ChampionsContext,
  'catalog' | 'database' | 'people' | 'programme'
> {
  questions: QuestionStore;
}

const QUESTIONS_A_PAGE = 50;
const MOST_ON_A_DESK = 50;

/** Questions as the people see them who asked or are asked. */
export class QuestionReader {
  readonly #options: QuestionReaderOptions;

  constructor(options: QuestionReaderOptions) {
    this.#options = options;
  }

  async list(
    caller: Person,
    role: 'asked' | 'routed',
    options: { cursor?: string; limit?: number },
  ): Promise<QuestionsPage> {
    const { database, people, questions } = this.#options;
    const after = readCursor(options.cursor);
    const limit = options.limit ?? QUESTIONS_A_PAGE;
    const personId = await people.find(database, caller.userRef);
    if (role === 'asked' && personId === undefined) {
      return { items: [], pageInfo: {} };
    }
    const filter: QuestionFilter =
      role === 'asked'
        ? { askedBy: personId! }
        : this.#routedTo(personId, caller.isCaptain);
    const found = await questions.list(filter, { after, limit });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await this.views(
        role === 'asked' ? page : await this.#visible(caller, page),
      ),
      pageInfo:
        last && found.length > limit
          ? { nextCursor: writeCursor(positionOf(last)) }
          : {},
    };
  }

  /** What waits for the caller, newest first. */
  async open(
    caller: Person,
  ): Promise<{ items: Question[]; isLowerBound: boolean }> {
    const { database, people, questions } = this.#options;
    const personId = await people.find(database, caller.userRef);
    const found = await questions.list(
      { ...this.#routedTo(personId, caller.isCaptain), status: 'open' },
      { limit: MOST_ON_A_DESK },
    );
    const page = found.slice(0, MOST_ON_A_DESK);
    return {
      items: await this.views(await this.#visible(caller, page)),
      isLowerBound: found.length > MOST_ON_A_DESK,
    };
  }

  /** Names people from the one place where names stand. */
  async views(stored: StoredQuestion[]): Promise<Question[]> {
    const { database, people } = this.#options;
    const refs = await people.refsOf(
      database,
      stored.flatMap(({ askedBy, routedPersonId }) =>
        [askedBy, routedPersonId].filter(id => id !== undefined),
      ),
    );
    return stored.map(question => toView(question, refs));
  }

  #routedTo(personId: number | undefined, isCaptain: boolean) {
    const { captains } = this.#options.programme.current().settings;
    return {
      personId,
      groupRef: isCaptain ? captains : undefined,
    };
  }

  /** Who is asked sees nothing of entities that the catalog hides from them. */
  async #visible(
    { credentials }: Person,
    page: StoredQuestion[],
  ): Promise<StoredQuestion[]> {
    const seen = await this.#options.catalog.filter(credentials, [
      ...new Set(page.map(({ entityRef }) => entityRef)),
    ]);
    return page.filter(({ entityRef }) => seen.has(entityRef));
  }
}

function positionOf({ askedAt, id }: StoredQuestion): QuestionPosition {
  return { askedAt, id };
}

function toView(
  question: StoredQuestion,
  refs: ReadonlyMap<number, string>,
): Question {
  const { answer, answeredAt, askedAt, askedBy, routedGroup, routedPersonId } =
    question;
  return {
    id: question.id,
    entityRef: question.entityRef,
    subject: question.subject,
    text: question.text,
    askedBy: askedBy === undefined ? undefined : refs.get(askedBy),
    askedAt: new Date(askedAt).toISOString(),
    routedTo:
      routedGroup ??
      (routedPersonId === undefined ? '' : (refs.get(routedPersonId) ?? '')),
    routedBecause: question.routedBecause,
    status: question.status,
    ...(answer !== undefined && { answer }),
    ...(answeredAt !== undefined && {
      answeredAt: new Date(answeredAt).toISOString(),
    }),
    version: question.version,
  };
}
