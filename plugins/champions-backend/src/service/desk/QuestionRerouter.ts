import { ChampionsContext } from '../../context';
import { routeQuestion } from '../../questions/routeQuestion';
import { QuestionTarget } from '../../questions/types';
import { QuestionStore } from '../../store/desk/QuestionStore';
import { QuestionNotifier } from './QuestionNotifier';

export interface QuestionRerouterOptions extends Pick<
  ChampionsContext,
  'database' | 'people' | 'programme'
> {
  questions: QuestionStore;
  notifier: QuestionNotifier;
}

const QUESTIONS_A_ROUND = 200;

/** Passes on what waits for people who are no champions of it any more. */
export class QuestionRerouter {
  readonly #options: QuestionRerouterOptions;

  constructor(options: QuestionRerouterOptions) {
    this.#options = options;
  }

  /** Answers how many questions were passed on. */
  async run(): Promise<number> {
    let passed = 0;
    let round = await this.#round();
    while (round > 0) {
      passed += round;
      round = await this.#round();
    }
    return passed;
  }

  async #round(): Promise<number> {
    const { database, notifier, programme, questions } = this.#options;
    const stranded = await questions.listStranded(QUESTIONS_A_ROUND);
    if (stranded.length === 0) {
      return 0;
    }
    const holders = await questions.listHolders(
      stranded.map(({ entityRef }) => entityRef),
    );
    const { captains, specialisms } = programme.current().settings;
    const targets = Map.groupBy(
      stranded.map(question => ({
        id: question.id,
        target: routeQuestion({
          scopes: holders.get(question.entityRef) ?? [],
          subject: question.subject,
          specialisms,
          captains,
          askedBy: question.askedBy,
        }),
      })),
      ({ target }) => JSON.stringify(target),
    );
    const told = await database.transaction(async tx => {
      const passed: { target: QuestionTarget; ids: string[] }[] = [];
      for (const alike of targets.values()) {
        const [{ target }] = alike;
        const ids = alike.map(({ id }) => id);
        passed.push({
          target,
          ids: await questions.passOn(tx, ids, target),
        });
      }
      return passed;
    });
    for (const [routedTo, ids] of await this.#byRecipient(told)) {
      await notifier.passedOn(routedTo, ids);
    }
    return told.reduce((sum, { ids }) => sum + ids.length, 0);
  }

  async #byRecipient(
    told: { target: QuestionTarget; ids: string[] }[],
  ): Promise<Map<string, string[]>> {
    const { database, people } = this.#options;
    const refs = await people.refsOf(
      database,
      told.flatMap(({ target }) =>
        'personId' in target ? target.personId : [],
      ),
    );
    const recipients = new Map<string, string[]>();
    for (const { ids, target } of told) {
      const ref =
        'groupRef' in target ? target.groupRef : refs.get(target.personId);
      if (ref !== undefined && ids.length > 0) {
        recipients.set(ref, [...(recipients.get(ref) ?? []), ...ids]);
      }
    }
    return recipients;
  }
}
