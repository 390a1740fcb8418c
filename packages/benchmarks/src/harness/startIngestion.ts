import { BackendDatabases } from './types';
import { entitiesOf } from './entities';
import { RunningBackend, SERVICE_SUBJECT, startBackend } from './startBackend';

/** The real ingestion back end, with a pipeline that may send for every component. */
export function startIngestion(
  databases: BackendDatabases,
  prefix: string,
  entities: number,
): Promise<RunningBackend> {
  return startBackend({
    databases,
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
