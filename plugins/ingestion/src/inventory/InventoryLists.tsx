import { EntityInventoryList } from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount, HatchedNote, RelativeTime } from '@synchrony/ui';
import panel from '../panel/panel.module.css';
import styles from './inventory.module.css';

/** The lists that the inventory is made of: whose, and of when. */
export function InventoryLists({ lists }: { lists: EntityInventoryList[] }) {
  return (
    <ul className={styles.lists} aria-label="SBOMs">
      {lists.map(list => (
        <li
          key={[list.tool, list.category, list.ref, list.environment].join(' ')}
          className={styles.list}
        >
          <strong>{list.tool || 'Tool not told'}</strong>{' '}
          {[list.category, list.ref, list.environment]
            .filter(Boolean)
            .join(' · ')}
          <span className={panel.quiet}>
            {formatCount(list.components, 'package')}, <ListDate list={list} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function ListDate({ list }: { list: EntityInventoryList }) {
  if (list.lastCompleteAt === undefined) {
    return <HatchedNote>only partial lists</HatchedNote>;
  }
  return list.isStale ? (
    <HatchedNote>
      <RelativeTime at={list.lastCompleteAt} />, too old to rely on
    </HatchedNote>
  ) : (
    <RelativeTime at={list.lastCompleteAt} />
  );
}
