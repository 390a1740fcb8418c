import { MOST_DELIVERIES_PER_REQUEST } from '@synchrony/backstage-plugin-ingestion-common';
import { toDeployment, toPipelineRun } from '../releases/toDeliveries';
import { DemoRelease } from '../releases/types';
import { DemoPortal } from './DemoPortal';

/** Tells of runs and deployments; what is known already stays as it is. */
export async function sendReleases(
  portal: DemoPortal,
  releases: DemoRelease[],
  now: Date,
): Promise<void> {
  for (
    let from = 0;
    from < releases.length;
    from += MOST_DELIVERIES_PER_REQUEST
  ) {
    const some = releases.slice(from, from + MOST_DELIVERIES_PER_REQUEST);
    // The gate's word is looked up by commit, so runs come first.
    await portal.sendDeliveries(
      'pipeline-runs',
      some.map(release => toPipelineRun(release, now)),
    );
    await portal.sendDeliveries(
      'deployments',
      some.map(release => toDeployment(release, now)),
    );
  }
}
