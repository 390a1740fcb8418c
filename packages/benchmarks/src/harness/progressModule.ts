import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { FACTS_CHANGED_TOPIC } from '@synchrony/backstage-plugin-scorecards-node';
import express from 'express';

/** How far scorecards are. */
export interface Progress {
  /** Entities that wait to be evaluated. */
  waiting: number;
  /** Entities that were evaluated. */
  evaluated: number;
  /** The number of the newest row that was read of the measures. */
  readSeq: number;
}

/**
 * Tells how far scorecards are, on both engines alike, and lets everything be
 * looked at again; evaluated, too, when it forgets what it was evaluated from,
 * as a change of definitions does.
 */
export const progressModule = createBackendModule({
  pluginId: 'scorecards',
  moduleId: 'benchmark-progress',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        events: eventsServiceRef,
        httpRouter: coreServices.httpRouter,
      },
      async init({ database, events, httpRouter }) {
        const client = await database.getClient();
        const router = express.Router();
        router.get('/benchmark/progress', async (_, response) => {
          const [row] = await client
            .select({
              waiting: client('dirty_entities').count('*'),
              evaluated: client('entity_views').count('*'),
              cursor: client('fact_sources')
                .select('cursor')
                .where({ source: 'measures' }),
            })
            .limit(1);
          const progress: Progress = {
            waiting: Number(row.waiting),
            evaluated: Number(row.evaluated),
            readSeq: Number(row.cursor?.split('.')[1] ?? 0),
          };
          response.json(progress);
        });
        router.post('/benchmark/recompute', async (request, response) => {
          const at = Date.now();
          if (request.query.forget === 'true') {
            await client('entity_marks').update({
              mark: null,
              revision: client.raw('revision + 1'),
            });
          }
          await client.raw(
            `insert into dirty_entities (entity_ref, ticket, at)
             select entity_ref, 'benchmark', ? from entity_views`,
            [at],
          );
          const startedAt = Date.now();
          await events.publish({
            topic: FACTS_CHANGED_TOPIC,
            eventPayload: { source: 'measures' },
          });
          response.json({ startedAt });
        });
        httpRouter.use(router);
      },
    });
  },
});
