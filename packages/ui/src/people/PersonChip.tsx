import {
  EntityRefLink,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { initials } from './initials';
import styles from './people.module.css';

/**
 * A person: initials and the name as a link to their page.
 *
 * @public
 */
export function PersonChip(props: { entityRef: string }) {
  const { entityRef } = props;
  const { primaryTitle } = useEntityPresentation(entityRef, {
    defaultKind: 'user',
  });
  return (
    <span className={styles.chip}>
      <span className={styles.avatar} aria-hidden="true">
        {initials(primaryTitle)}
      </span>
      <EntityRefLink entityRef={entityRef} defaultKind="user" hideIcon />
    </span>
  );
}
