import { ChampionsContext, ChampionsPart } from './context';
import { DigestReader } from './service/digest/DigestReader';
import { DigestSender } from './service/digest/DigestSender';
import { PressingReader } from './service/digest/PressingReader';
import { AssignmentStore } from './store/AssignmentStore';
import { DeskStore } from './store/desk/DeskStore';
import { QuestionStore } from './store/desk/QuestionStore';
import { DigestStore } from './store/digest/DigestStore';
import { OrganisationStore } from './store/programme/OrganisationStore';
import { VacancyStore } from './store/programme/VacancyStore';

/** A part that does everything by itself. */
export interface DigestPart extends ChampionsPart {
  /** One round, for tests that don't wait. */
  round(): Promise<void>;
}

/** One notification a day, or a week, of what waits for people. */
export function createDigest(context: ChampionsContext): DigestPart {
  const { database } = context;
  const sender = new DigestSender({
    ...context,
    digests: new DigestStore(database),
    reader: new DigestReader({
      ...context,
      assignments: new AssignmentStore(),
      desks: new DeskStore(database),
      organisation: new OrganisationStore(database),
      pressing: new PressingReader(context),
      questions: new QuestionStore(database),
      vacancies: new VacancyStore(database),
    }),
  });
  return {
    routes: () => {},
    start: () => sender.start(),
    stop: () => sender.stop(),
    round: () => sender.round(),
  };
}
