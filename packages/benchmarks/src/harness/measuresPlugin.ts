import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createPermission } from '@backstage/plugin-permission-common';
import {
  createFactFeed,
  FACT_FEED_PATH,
  migrateScorecardsNode,
  tuneEmbeddedDatabase,
} from '@synchrony/backstage-plugin-scorecards-node';
import express from 'express';
import { componentRef } from './entities';
import { MEASURES, measureName, Measures, measuresOf } from './measures';

/** What is published: the measures of the components from `from` to before `to`. */
export interface Publication extends Measures {
  from: number;
  to: number;
  /** When they were so; now without it. ISO 8601. */
  observedAt?: string;
}

export interface Published {
  /** When it was committed, in ms since the epoch. */
  committedAt: number;
  /** The number of the newest row of the feed. */
  lastSeq: number;
}

const SCHEMA = {
  type: 'object',
  properties: {
    note: { type: 'integer', title: 'Nothing that a check reads' },
    ...Object.fromEntries(
      Array.from({ length: MEASURES }, (_, index) => [
        measureName(index),
        { type: 'integer', title: `Measure ${index}` },
      ]),
    ),
  },
};

/** A plugin as others write them: a source of facts by `createFactFeed`. */
export const measuresPlugin = createBackendPlugin({
  pluginId: 'measures',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
      },
      async init({ database, httpRouter, ...services }) {
        const client = await database.getClient();
        await tuneEmbeddedDatabase(client);
        await migrateScorecardsNode(client);
        const feed = await createFactFeed({
          ...services,
          database: client,
          source: 'measures',
          schema: SCHEMA,
          permission: createPermission({
            name: 'measures.read',
            attributes: { action: 'read' },
          }),
        });
        const router = express.Router();
        router.use(FACT_FEED_PATH, feed.router());
        router.post('/publish', express.json(), async (request, response) => {
          const { from, to, observedAt, ...measures }: Publication =
            request.body;
          const now = new Date().toISOString();
          const lastSeq = await client.transaction(async tx => {
            await feed.publish(
              tx,
              Array.from({ length: to - from }, (_, index) => ({
                entityRef: componentRef(from + index),
                facts: measuresOf(from + index, measures),
                observedAt: observedAt ?? now,
              })),
            );
            const [{ last_seq: seq }] = await tx('synchrony_facts_feed');
            return Number(seq);
          });
          const published: Published = { committedAt: Date.now(), lastSeq };
          await feed.announce();
          response.json(published);
        });
        httpRouter.use(router);
      },
    });
  },
});
