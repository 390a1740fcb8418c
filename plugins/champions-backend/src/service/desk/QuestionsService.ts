import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  Question,
  QuestionInput,
  QuestionsPage,
} from '@synchrony/backstage-plugin-champions-common';
import {
  Person,
  ReaderOptions,
  requirePerson,
} from '../../access/requireReader';
import { ChampionsContext } from '../../context';
import { routeQuestion } from '../../questions/routeQuestion';
import { QuestionStore, StoredQuestion } from '../../store/desk/QuestionStore';
import { QuestionNotifier } from './QuestionNotifier';
import { QuestionReader } from './QuestionReader';

export interface QuestionsServiceOptions
  extends
    ReaderOptions,
    Pick<
      ChampionsContext,
      'catalog' | 'clock' | 'database' | 'entities' | 'people'
    > {
  questions: QuestionStore;
  reader: QuestionReader;
  notifier: QuestionNotifier;
}

/** Asking a champion, and answering. */
export class QuestionsService {
  readonly #options: QuestionsServiceOptions;

  constructor(options: QuestionsServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError where the caller may not see the entity */
  async ask(
    credentials: BackstageCredentials,
    input: QuestionInput,
  ): Promise<Question> {
    const { clock, database, notifier, people, questions } = this.#options;
    const caller = await requirePerson(this.#options, credentials);
    await this.#requireVisible(caller, input.entityRef);
    const holders = await questions.listHolders([input.entityRef]);
    const { settings } = this.#options.programme.current();
    const id = randomUUID();
    await database.transaction(async tx => {
      const askedBy = await people.idOf(tx, caller.userRef);
      const chosen = routeQuestion({
        scopes: holders.get(input.entityRef) ?? [],
        subject: input.subject,
        specialisms: settings.specialisms,
        captains: settings.captains,
        askedBy,
      });
      await questions.insert(
        tx,
        {
          ...input,
          id,
          askedBy,
          askedAt: clock().getTime(),
          status: 'open',
          version: 1,
        },
        chosen,
      );
    });
    const asked = await this.#view(id);
    await notifier.asked(asked.routedTo, id);
    return asked;
  }

  async list(
    credentials: BackstageCredentials,
    role: 'asked' | 'routed',
    page: { cursor?: string; limit?: number },
  ): Promise<QuestionsPage> {
    const caller = await requirePerson(this.#options, credentials);
    return this.#options.reader.list(caller, role, page);
  }

  /** @throws ConflictError when it changed since it was read */
  async answer(
    credentials: BackstageCredentials,
    id: string,
    { answer, version }: { answer: string; version: number },
  ): Promise<Question> {
    const { notifier } = this.#options;
    const { isAsked, question } = await this.#own(credentials, id);
    if (!isAsked) {
      throw new NotAllowedError('Only who was asked answers it');
    }
    await this.#settle(question, version, { status: 'answered', answer });
    const answered = await this.#view(id);
    if (answered.askedBy) {
      await notifier.answered(answered.askedBy, answered.entityRef, id);
    }
    return answered;
  }

  /** @throws ConflictError when it changed since it was read */
  async withdraw(
    credentials: BackstageCredentials,
    id: string,
    version: number,
  ): Promise<Question> {
    const { isAsker, question } = await this.#own(credentials, id);
    if (!isAsker) {
      throw new NotAllowedError('Only who asked it withdraws it');
    }
    await this.#settle(question, version, { status: 'withdrawn' });
    return this.#view(id);
  }

  /** A question of others answers as one that does not exist. */
  async #own(credentials: BackstageCredentials, id: string) {
    const { catalog, database, people, questions } = this.#options;
    const caller = await requirePerson(this.#options, credentials);
    const question = await questions.get(id);
    const personId = await people.find(database, caller.userRef);
    const isAsker = personId !== undefined && question?.askedBy === personId;
    const isRouted =
      question !== undefined &&
      (question.routedGroup === undefined
        ? personId !== undefined && question.routedPersonId === personId
        : caller.isCaptain);
    const isAsked =
      isRouted &&
      (await catalog.filter(credentials, [question.entityRef])).has(
        question.entityRef,
      );
    if (!question || (!isAsker && !isAsked)) {
      throw new NotFoundError(`There is no question ${id}`);
    }
    return { question, isAsker, isAsked };
  }

  async #settle(
    question: StoredQuestion,
    version: number,
    change: { status: 'answered' | 'withdrawn'; answer?: string },
  ): Promise<void> {
    const { clock, database, questions } = this.#options;
    if (question.status !== 'open') {
      throw new ConflictError(`The question is ${question.status} already`);
    }
    const isSettled = await database.transaction(tx =>
      questions.settle(
        tx,
        { id: question.id, version },
        { ...change, at: clock().getTime() },
      ),
    );
    if (!isSettled) {
      throw new ConflictError(
        'The question was changed meanwhile; read it again',
      );
    }
  }

  async #view(id: string): Promise<Question> {
    const { questions, reader } = this.#options;
    const stored = await questions.get(id);
    const [view] = await reader.views(stored ? [stored] : []);
    if (!view) {
      throw new NotFoundError(`There is no question ${id}`);
    }
    return view;
  }

  async #requireVisible(
    { credentials }: Person,
    entityRef: string,
  ): Promise<void> {
    const { catalog, entities } = this.#options;
    const visible = await catalog.filter(credentials, [entityRef]);
    const known = visible.has(entityRef) && (await entities.get([entityRef]));
    if (!known || !known.get(entityRef)) {
      throw new NotFoundError(`There is no entity ${entityRef}`);
    }
  }
}
