import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  AgendaPreviewInput,
  MAX_REVIEW_ITEMS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, LevelChip, OwnerChip, PanelEmpty } from '@synchrony/ui';
import { useAgendaPreview } from '../../api';
import { ReviewPanel } from './ReviewPanel';
import styles from './Reviews.module.css';

/** What would be on the agenda now, of what the viewer may see. */
export function AgendaPreview(props: AgendaPreviewInput) {
  const { scope, scorecardId } = props;
  const live = useAgendaPreview({ scope, scorecardId });
  return (
    <ReviewPanel live={live} subject="Agenda">
      {({ items, totalIsLowerBound, totalItems }) => {
        if (totalItems === 0) {
          return (
            <PanelEmpty title="No component here">
              Nothing that you may see is in scope.
            </PanelEmpty>
          );
        }
        return (
          <>
            <p className={styles.line}>
              {totalIsLowerBound && 'More than '}
              {formatCount(totalItems, 'component')}, worst first: below target,
              then by tier. The agenda is fixed when the review starts.
            </p>
            {totalItems > MAX_REVIEW_ITEMS && (
              <p className={styles.problem} role="alert">
                A review takes {MAX_REVIEW_ITEMS} components. Narrow the scope.
              </p>
            )}
            <div className={styles.scroll}>
              <table className={styles.table}>
                <caption className={styles.hidden}>Agenda, worst first</caption>
                <thead>
                  <tr>
                    <th scope="col">Service</th>
                    <th scope="col">Tier</th>
                    <th scope="col">Level</th>
                    <th scope="col">Target</th>
                    <th scope="col">Owner</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(item => (
                    <tr key={item.entityRef}>
                      <th scope="row">
                        <EntityRefLink
                          entityRef={item.entityRef}
                          defaultKind="component"
                          hideIcon
                        />
                      </th>
                      <td>{item.tier ?? '–'}</td>
                      <td>
                        <LevelChip level={item.level} />
                      </td>
                      <td>
                        {item.targetLevel ? (
                          <LevelChip level={item.targetLevel} />
                        ) : (
                          '–'
                        )}
                      </td>
                      <td>
                        <OwnerChip entityRef={item.ownerRef} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        );
      }}
    </ReviewPanel>
  );
}
