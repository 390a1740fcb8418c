import { Postgres } from './Postgres';
import { entitiesOf } from './entities';
import { RunningBackend, SERVICE_SUBJECT, startBackend } from './startBackend';

/** The real ingestion back end, with a pipeline that may send for every component. */
export function startIngestion(
  postgres: Postgres,
  prefix: string,
  entities: number,
): Promise<RunningBackend> {
  return startBackend({
    postgres,
    prefix,
    entities: entitiesOf(entities),
    features: [import('@synchrony/backstage-plugin-ingestion-backend')],
    config: {
      ingestion: {
        submitters: [
          { subject: SERVICE_SUBJECT, entities: ['component:default/*'] },
        ],
      },
    },
  });
}
