import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { FindingArrival } from '@synchrony/backstage-plugin-ingestion-common';
import { entityPath } from '../desk/links';

const TOPIC = 'champions.findings';

/** What is new at one entity: how much, never what. A newer one takes its place. */
export function arrivalNotice(
  { critical, entityRef, high }: Omit<FindingArrival, 'at'>,
  title: string | undefined,
): NotificationPayload {
  const counts = [
    ...(critical > 0 ? [`${critical} critical`] : []),
    ...(high > 0 ? [`${high} high`] : []),
  ].join(' and ');
  const word = critical + high === 1 ? 'finding' : 'findings';
  return {
    title: `${counts} ${word} came to ${title ?? parseEntityRef(entityRef).name}`,
    description: 'A scan found what was not there before.',
    link: entityPath(entityRef, '/security/findings'),
    severity: critical > 0 ? 'high' : 'normal',
    topic: TOPIC,
    scope: `champions:findings:${entityRef}`,
  };
}
