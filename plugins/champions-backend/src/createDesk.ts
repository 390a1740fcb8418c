import { stringifyError } from '@backstage/errors';
import {
  CalendarFeeds,
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { ChampionsContext, ChampionsPart } from './context';
import { createBriefsRouter } from './router/desk/briefsRouter';
import { createCalendarRouter } from './router/desk/calendarRouter';
import { createDeskRouter } from './router/desk/deskRouter';
import { createQuestionsRouter } from './router/desk/questionsRouter';
import { AssignmentViews } from './service/AssignmentViews';
import { ChampionRights } from './service/ChampionRights';
import { BriefFiguresReader } from './service/desk/BriefFiguresReader';
import { BriefsService } from './service/desk/BriefsService';
import { CalendarService } from './service/desk/CalendarService';
import { ComponentScores } from './service/desk/ComponentScores';
import { DeskService } from './service/desk/DeskService';
import { PluginClients } from './service/desk/PluginClients';
import { QuestionNotifier } from './service/desk/QuestionNotifier';
import { QuestionReader } from './service/desk/QuestionReader';
import { QuestionRerouter } from './service/desk/QuestionRerouter';
import { QuestionsService } from './service/desk/QuestionsService';
import { AssignmentStore } from './store/AssignmentStore';
import { MeetingStore } from './store/MeetingStore';
import { BriefStore } from './store/desk/BriefStore';
import { DeskStore } from './store/desk/DeskStore';
import { QuestionStore } from './store/desk/QuestionStore';

const REROUTE_EVERY_MS = 60_000;

/** The desk of a champion: what needs them, briefs, questions and a calendar. */
export function createDesk(
  context: ChampionsContext,
  {
    rights,
    views,
  }: {
    rights: Pick<ChampionRights, 'leadsAmong'>;
    views: Pick<AssignmentViews, 'of'>;
  },
): ChampionsPart {
  const { database, logger, scopeChanges } = context;
  const clients = new PluginClients(context);
  const scores = new ComponentScores(clients);
  const assignments = new AssignmentStore();
  const desks = new DeskStore(database);
  const questions = new QuestionStore(database);
  const reader = new QuestionReader({ ...context, questions });
  const notifier = new QuestionNotifier(context);
  const rerouter = new QuestionRerouter({ ...context, questions, notifier });
  const loop = new LeasedLoop({
    name: 'champion-questions',
    leases: new Leases(context),
    logger,
    run: async () => {
      await rerouter.run();
      return REROUTE_EVERY_MS;
    },
  });
  scopeChanges.on(async () => {
    try {
      await rerouter.run();
    } catch (error) {
      logger.warn(
        `Questions are passed on later, since: ${stringifyError(error)}`,
      );
    }
  });
  const services = {
    ...context,
    desk: new DeskService({
      ...context,
      assignments,
      views,
      desks,
      clients,
      scores,
      questions: reader,
    }),
    briefs: new BriefsService({
      ...context,
      rights,
      desks,
      briefs: new BriefStore(database),
      figures: new BriefFiguresReader({ clients, scores }),
    }),
    questions: new QuestionsService({
      ...context,
      questions,
      reader,
      notifier,
    }),
    calendars: new CalendarService({
      ...context,
      calendars: new CalendarFeeds(context),
      assignments,
      meetings: new MeetingStore(),
    }),
  };
  return {
    routes: router => {
      router.use(createDeskRouter(services));
      router.use(createBriefsRouter(services));
      router.use(createQuestionsRouter(services));
      router.use(createCalendarRouter(services));
    },
    start: () => loop.start(),
    stop: () => loop.stop(),
  };
}
