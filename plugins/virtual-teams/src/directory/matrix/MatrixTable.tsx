import { SkillMatrix } from '@synchrony/backstage-plugin-virtual-teams-common';
import { HatchedNote, TextLink } from '@synchrony/ui';
import { EntityTitle } from '../parts';
import { cellFinder } from './matrixCells';
import styles from '../directory.module.css';

/** The cells of the matrix as rows. */
export function MatrixTable(props: {
  matrix: SkillMatrix;
  finderPath: (skillId: string, platformRef: string) => string;
}) {
  const { finderPath, matrix } = props;
  const find = cellFinder(matrix);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Skills by platform">
        <thead>
          <tr>
            <th scope="col">Skill</th>
            <th scope="col">Platform</th>
            <th scope="col">People who opted in</th>
            <th scope="col">Open seats</th>
          </tr>
        </thead>
        <tbody>
          {matrix.skills.flatMap(({ name, skillId }) =>
            matrix.platforms.map(({ platformRef, title }) => {
              const cell = find(skillId, platformRef);
              const people = cell?.people ?? null;
              return (
                <tr key={`${skillId} ${platformRef}`}>
                  <th scope="row">{name}</th>
                  <td>{title ?? <EntityTitle entityRef={platformRef} />}</td>
                  <td>
                    {people === null ? (
                      <HatchedNote>unknown</HatchedNote>
                    ) : (
                      <TextLink href={finderPath(skillId, platformRef)}>
                        {people}
                      </TextLink>
                    )}
                  </td>
                  <td>{cell?.openSeats ?? 0}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </div>
  );
}
