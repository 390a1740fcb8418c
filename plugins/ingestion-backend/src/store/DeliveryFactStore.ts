import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { DeploymentRow, gateOf, PipelineRunRow } from '../deliveries';
import { isoOf } from '../deliveries/columns';

type DeliveryFacts = NonNullable<IngestionFacts['delivery']>;

/** The last deployment to an environment, with what the gate said of it. */
interface ReleaseRow extends DeploymentRow {
  verdict: string | null;
}

/** What is known of how an entity is delivered, as facts. */
export class DeliveryFactStore {
  /** Undefined when nothing was ever sent: that is unknown, not "never". */
  async read(
    tx: Knex.Transaction,
    entityRef: string,
    asOf: number,
  ): Promise<DeliveryFacts | undefined> {
    const environments = await this.#environments(tx, entityRef, asOf);
    const run = await this.#lastRun(tx, entityRef, asOf);
    if (Object.keys(environments).length === 0 && !run) {
      return undefined;
    }
    const gate = run && gateOf(run);
    return {
      environments,
      ...(run && {
        pipeline: {
          lastRunAt: isoOf(run.finished_at),
          gateEnforced: gate !== undefined,
          gateObeyed: gate?.obeyed ?? false,
          ...(gate && { gatePolicy: gate.policy, gateVerdict: gate.verdict }),
        },
      }),
    };
  }

  async #environments(
    tx: Knex.Transaction,
    entityRef: string,
    asOf: number,
  ): Promise<DeliveryFacts['environments']> {
    const ranked = tx('deployments')
      .where({ entity_ref: entityRef })
      .where('finished_at', '<=', asOf)
      .select(
        'environment',
        'finished_at',
        'outcome',
        'commit',
        'version',
        tx.raw(
          'row_number() OVER (PARTITION BY environment, outcome ORDER BY finished_at DESC, id DESC) AS place',
        ),
      );
    const rows: ReleaseRow[] = await tx
      .from(ranked.as('ranked'))
      .where('place', 1)
      .select(
        'ranked.*',
        tx('pipeline_runs')
          .where('entity_ref', entityRef)
          .where('pipeline_runs.commit', tx.ref('ranked.commit'))
          .whereNotNull('gate_verdict')
          .where('pipeline_runs.finished_at', '<=', asOf)
          .orderBy([
            { column: 'pipeline_runs.finished_at', order: 'desc' },
            { column: 'pipeline_runs.id', order: 'desc' },
          ])
          .limit(1)
          .select('gate_verdict')
          .as('verdict'),
      )
      .orderBy('finished_at', 'desc');
    const facts: DeliveryFacts['environments'] = {};
    for (const row of rows) {
      const known = facts[row.environment];
      facts[row.environment] = {
        ...(known ?? {
          lastDeploymentAt: isoOf(row.finished_at),
          lastOutcome: row.outcome,
        }),
        ...(row.outcome === 'succeeded' && {
          lastReleaseAt: isoOf(row.finished_at),
          ...(row.commit !== null && { commit: row.commit }),
          ...(row.version !== null && { version: row.version }),
          ...(row.verdict !== null && { gateVerdict: row.verdict }),
        }),
      };
    }
    return facts;
  }

  /** The last run that ended by itself on the default ref. */
  async #lastRun(
    tx: Knex.Transaction,
    entityRef: string,
    asOf: number,
  ): Promise<PipelineRunRow | undefined> {
    return tx('pipeline_runs')
      .where('entity_ref', entityRef)
      .where(
        'ref',
        tx('entity_states')
          .where('entity_ref', entityRef)
          .select('default_ref'),
      )
      .where('finished_at', '<=', asOf)
      .orderBy([
        { column: 'finished_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .first();
  }
}
