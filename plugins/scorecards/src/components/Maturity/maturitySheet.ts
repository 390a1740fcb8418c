import { MaturityReport } from '@synchrony/backstage-plugin-scorecards-common';

/** How far evidence supports each activity; without any the numbers are empty. */
export function maturitySheet({
  activities,
  asOf,
  model,
}: MaturityReport): (string | number)[][] {
  return [
    [
      'Model',
      'Activity',
      'Title',
      'Group',
      'Level',
      'Evidence from',
      'Supported in',
      'Applicable',
      'As of',
    ],
    ...activities.map(activity => [
      `${model.title}, version ${model.version}`,
      activity.id,
      activity.title,
      activity.group,
      activity.level,
      activity.checks.map(({ id }) => id).join(' '),
      activity.applicable > 0 ? activity.supported : '',
      activity.applicable > 0 ? activity.applicable : '',
      asOf,
    ]),
  ];
}
