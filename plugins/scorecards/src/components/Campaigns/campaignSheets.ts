import {
  CampaignEntityRow,
  CampaignPoint,
  CampaignProgress,
  STANDINGS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel } from '@synchrony/ui';
import { STANDING_WORDS } from './words';

type Sheet = (string | number)[][];

const STANDING_HEADER = STANDINGS.map(standing => STANDING_WORDS[standing]);

/** Daily counts of a campaign, oldest first. */
export function burnUpSheet(points: readonly CampaignPoint[]): Sheet {
  return [
    ['Day', ...STANDING_HEADER, 'Counted', 'Joined', 'Left'],
    ...points.map(point => [
      point.day,
      ...STANDINGS.map(standing => point.standings[standing]),
      point.counted,
      point.joined,
      point.left,
    ]),
  ];
}

/** How a campaign stands by owner or platform. */
export function progressSheet({ asOf, by, rows }: CampaignProgress): Sheet {
  return [
    [by === 'owner' ? 'Owner' : 'Platform', 'As of', ...STANDING_HEADER],
    ...rows.map(({ ref, standings }) => [
      ref ?? 'Others',
      asOf,
      ...STANDINGS.map(standing => standings[standing]),
    ]),
  ];
}

/** Components in scope of a campaign. */
export function entitiesSheet(rows: readonly CampaignEntityRow[]): Sheet {
  return [
    [
      'Component',
      'Owner',
      'Tier',
      'Level',
      'Standing',
      'Exempt until',
      'Missing level',
      'Missing checks',
    ],
    ...rows.map(row => [
      row.entityRef,
      row.ownerRef ?? '',
      row.tier ?? '',
      levelLabel(row.level),
      STANDING_WORDS[row.standing],
      row.exemptUntil ?? '',
      row.missingLevel ? levelLabel(row.missingLevel) : '',
      row.missing.map(({ checkId }) => checkId).join(' '),
    ]),
  ];
}
