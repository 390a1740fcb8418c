import { RouterLink } from '@backstage/frontend-plugin-api';
import {
  MatrixCell,
  SkillMatrix,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { hatchClassName, useGridKeys } from '@synchrony/ui';
import { EntityTitle } from '../parts';
import { cellFinder, cellWords } from './matrixCells';
import styles from './matrix.module.css';

const MANY = 6;

function lookOf(cell: MatrixCell | undefined): string {
  const people = cell?.people ?? null;
  const looks = [styles.cell];
  if (people === null) {
    looks.push(hatchClassName);
  } else if (people > 0) {
    looks.push(people >= MANY ? styles.many : styles.some);
  }
  if (cell && cell.openSeats > 0) {
    looks.push(styles.wanted);
  }
  return looks.join(' ');
}

/** Skills by platforms; arrow keys move, Enter opens the people behind a cell. */
export function MatrixGrid(props: {
  matrix: SkillMatrix;
  finderPath: (skillId: string, platformRef: string) => string;
}) {
  const { finderPath, matrix } = props;
  const { current, onKeyDown, setCurrent } = useGridKeys();
  const find = cellFinder(matrix);
  return (
    <div className={styles.scroll}>
      <table
        role="grid"
        aria-label="Skills by platform"
        className={styles.grid}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">Skill</th>
            {matrix.platforms.map(({ platformRef, title }) => (
              <th key={platformRef} scope="col">
                {title ?? <EntityTitle entityRef={platformRef} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.skills.map(({ name, skillId }, row) => (
            <tr key={skillId}>
              <th scope="row">{name}</th>
              {matrix.platforms.map(({ platformRef, title }, column) => {
                const cell = find(skillId, platformRef);
                const place = `${row},${column}`;
                return (
                  <td key={platformRef} role="gridcell">
                    <RouterLink
                      href={finderPath(skillId, platformRef)}
                      className={lookOf(cell)}
                      data-place={place}
                      tabIndex={current === place ? 0 : -1}
                      onFocus={() => setCurrent(place)}
                      aria-label={`${name}, ${title ?? platformRef}: ${cellWords(cell)}`}
                    >
                      <span className={styles.mark}>{cell?.people ?? '?'}</span>
                    </RouterLink>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
