import {
  MatrixCell,
  SkillMatrix,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { formatCount } from '@synchrony/ui';

/** What a cell says, for those who hear it. */
export function cellWords(cell: MatrixCell | undefined): string {
  if (!cell) {
    return 'unknown: nobody opted in';
  }
  return [
    cell.people === null
      ? 'unknown: nobody opted in'
      : `${formatCount(cell.people, 'person', 'people')} who opted in`,
    cell.openSeats > 0 && formatCount(cell.openSeats, 'open seat'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Looks cells up by skill and platform. */
export function cellFinder(
  matrix: SkillMatrix,
): (skillId: string, platformRef: string) => MatrixCell | undefined {
  const cells = new Map(
    matrix.cells.map(cell => [`${cell.skillId} ${cell.platformRef}`, cell]),
  );
  return (skillId, platformRef) => cells.get(`${skillId} ${platformRef}`);
}
