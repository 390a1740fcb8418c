import { DryRunScorecard } from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel } from '@synchrony/ui';

/** Whose level would be another one. */
export function dryRunSheet({
  changes,
  id,
  version,
}: DryRunScorecard): string[][] {
  return [
    [
      'Component',
      'Owner',
      'Scorecard',
      'Version',
      'Now',
      'Would be',
      'What keeps it there',
    ],
    ...changes.map(change => [
      change.entityRef,
      change.ownerRef ?? '',
      id,
      String(version),
      change.from ? levelLabel(change.from) : 'not covered',
      change.to ? levelLabel(change.to) : 'not covered',
      change.blockedBy.join(' '),
    ]),
  ];
}
