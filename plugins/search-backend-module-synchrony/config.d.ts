import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Finding the checks and scorecards in use. */
      scorecards?: {
        /**
         * When they are read again. Default: every ten minutes, first after 30
         * seconds.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

        /**
         * Where the portal shows definitions.
         * Default: `/scorecards/definitions`.
         */
        path?: string;
      };

      /** Finding champions; only with `permission.enabled`. */
      champions?: {
        /**
         * When they are read again. Default: every ten minutes, first after 30
         * seconds.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

        /** Where the portal shows people. Default: `/catalog`. */
        path?: string;
      };

      /** Finding virtual teams. */
      virtualTeams?: {
        /** When they are read again; as for champions. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

        /** Where the portal shows a team. Default: `/virtual-team`. */
        path?: string;
      };

      /** Finding people by their skills; only with `permission.enabled`. */
      expertise?: {
        /** When they are read again; as for champions. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

        /** Where the portal shows people. Default: `/catalog`. */
        path?: string;
      };
    };
  };
}
