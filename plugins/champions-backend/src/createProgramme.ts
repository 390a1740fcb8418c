import { ChampionsContext, ChampionsPart } from './context';
import { createProgrammeRouter } from './router/programme/programmeRouter';
import { createTrainingRouter } from './router/training/trainingRouter';
import { createVolunteersRouter } from './router/volunteers/volunteersRouter';
import { PeopleService } from './service/programme/PeopleService';
import { PipelineService } from './service/programme/PipelineService';
import { ProgrammeReader } from './service/programme/ProgrammeReader';
import { ProgrammeService } from './service/programme/ProgrammeService';
import { VacanciesService } from './service/programme/VacanciesService';
import { VacancyKeeper } from './service/programme/VacancyKeeper';
import { VacancyNotifier } from './service/programme/VacancyNotifier';
import { TrainingService } from './service/training/TrainingService';
import { VolunteersService } from './service/volunteers/VolunteersService';
import { FiguresStore } from './store/programme/FiguresStore';
import { OrganisationStore } from './store/programme/OrganisationStore';
import { ProgrammePeopleStore } from './store/programme/ProgrammePeopleStore';
import { TrainingStore } from './store/programme/TrainingStore';
import { VacancyStore } from './store/programme/VacancyStore';
import { VolunteerStore } from './store/programme/VolunteerStore';
import { TrainingLevels } from './training/TrainingLevels';

/** The programme: settings, figures, training, volunteers and vacancies. */
export function createProgramme(context: ChampionsContext): ChampionsPart {
  const { auditor, database, entities, httpAuth, scopeChanges } = context;
  const training = new TrainingStore();
  const stores = {
    figures: new FiguresStore(database),
    organisation: new OrganisationStore(database),
    vacancies: new VacancyStore(database),
    volunteers: new VolunteerStore(database),
  };
  const levels = new TrainingLevels({ ...context, training });
  const reader = new ProgrammeReader({ ...context, ...stores });
  const keeper = new VacancyKeeper({
    ...context,
    ...stores,
    notifier: new VacancyNotifier(context),
  });
  entities.onChange(async change => {
    await stores.organisation.apply(change);
    keeper.nudge();
  });
  scopeChanges.on(async () => keeper.nudge());
  return {
    routes(router) {
      router.use(
        '/programme',
        createProgrammeRouter({
          auditor,
          httpAuth,
          overview: new ProgrammeService({
            ...context,
            ...stores,
            reader,
            levels,
          }),
          pipeline: new PipelineService({ ...context, ...stores, reader }),
          vacancies: new VacanciesService({ ...context, ...stores, reader }),
          members: new PeopleService({
            ...context,
            ...stores,
            people: new ProgrammePeopleStore(database),
            levels,
          }),
        }),
      );
      router.use(
        '/training',
        createTrainingRouter({
          auditor,
          httpAuth,
          trainings: new TrainingService({
            ...context,
            training,
            activateReady: async ids => context.activateReady?.(ids),
          }),
        }),
      );
      router.use(
        '/volunteers',
        createVolunteersRouter({
          auditor,
          httpAuth,
          volunteers: new VolunteersService({ ...context, ...stores }),
        }),
      );
    },
    start() {
      context.programme.start?.();
      keeper.start();
    },
    async stop() {
      await context.programme.stop?.();
      await keeper.stop();
    },
  };
}
