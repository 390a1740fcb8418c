import { FindingGroup } from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount } from '@synchrony/ui';

/** What a group is about, beside its name. */
export function describeGroup(group: FindingGroup): string {
  if (group.cause === 'rule') {
    return [group.title, formatCount(group.count, 'finding')]
      .filter(Boolean)
      .join(' · ');
  }
  const advisories = formatCount(group.rules, 'advisory', 'advisories');
  if (group.fixedVersion) {
    return group.rules > 1
      ? `${advisories}, one upgrade fixes all`
      : `${advisories}, an upgrade fixes it`;
  }
  if (group.withoutFix === 0) {
    return advisories;
  }
  return group.withoutFix === group.count
    ? `${advisories}, no fixed version yet: mitigate or accept`
    : `${advisories}, ${group.withoutFix} of ${formatCount(group.count, 'finding')} without a fixed version yet`;
}
