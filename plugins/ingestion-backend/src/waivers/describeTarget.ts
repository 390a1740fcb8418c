import { WaiverTarget } from '@synchrony/backstage-plugin-ingestion-common';

/** What a waiver is for, in plain words. */
export function describeTarget(target: WaiverTarget): string {
  switch (target.kind) {
    case 'finding': {
      const count = target.findingIds.length;
      return `${count} ${count === 1 ? 'finding' : 'findings'} of ${target.entityRef}`;
    }
    case 'rule':
      return target.package === undefined
        ? `Rule ${target.ruleId} of ${target.tool} on ${target.entityRef}`
        : `${target.ruleId ? `${target.ruleId} in package` : 'Package'} ${target.package} on ${target.entityRef}`;
    case 'advisory':
      return `${target.advisoryId} in ${target.groupRef}`;
    default:
      return `${target.checkIds.length === 1 ? 'Check' : 'Checks'} ${target.checkIds.join(', ')} on ${target.entityRef}`;
  }
}
