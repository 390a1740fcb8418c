import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { EntityProjection } from '@synchrony/backstage-plugin-scorecards-node';
import { GroupTree } from '../../organisation/GroupTree';
import { StoredVacancy } from '../../store/programme/VacancyStore';
import { vacancyNotice } from '../../volunteers/vacancyNotice';

export interface VacancyNotifierOptions {
  logger: LoggerService;
  notifications?: NotificationService;
  entities: Pick<EntityProjection, 'get'>;
}

/** Tells leads which of their teams lack a champion: names and a link only. */
export class VacancyNotifier {
  readonly #options: VacancyNotifierOptions;

  constructor(options: VacancyNotifierOptions) {
    this.#options = options;
  }

  /**
   * One notification a lead, however many teams.
   *
   * @param captains - who is told where nobody leads
   * @returns those of which somebody was told
   */
  async tell(
    vacancies: StoredVacancy[],
    groups: GroupTree,
    captains: string,
  ): Promise<string[]> {
    const { entities, logger, notifications } = this.#options;
    const leads = await entities.get(
      vacancies.flatMap(({ scopeRef }) => groups.leadOf(scopeRef) ?? []),
    );
    const byRecipient = Map.groupBy(vacancies, ({ scopeRef }) => {
      const lead = groups.leadOf(scopeRef);
      return lead !== undefined && leads.get(lead) ? lead : captains;
    });
    const told: string[] = [];
    for (const [entityRef, rows] of byRecipient) {
      try {
        await notifications?.send({
          recipients: { type: 'entity', entityRef },
          payload: vacancyNotice(
            rows.map(({ scopeRef, since, state }) => ({
              scopeRef,
              since,
              state,
              title: groups.get(scopeRef)?.title ?? scopeRef,
            })),
          ),
        });
        told.push(...rows.map(({ scopeRef }) => scopeRef));
      } catch (error) {
        logger.warn(
          `A lead is told later of teams without a champion: ${stringifyError(error)}`,
        );
      }
    }
    return told;
  }
}
