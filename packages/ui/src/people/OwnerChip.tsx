import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RiTeamLine } from '@remixicon/react';
import { HatchedNote } from '../hatching';
import { PersonChip } from './PersonChip';
import styles from './people.module.css';

/** @public */
export interface OwnerChipProps {
  /** A group or a user; undefined when there is no owner. */
  entityRef?: string;
}

/**
 * Who owns something: a group or a person as a link, or the words that there
 * is nobody.
 *
 * @public
 */
export function OwnerChip(props: OwnerChipProps) {
  const { entityRef } = props;
  if (!entityRef) {
    return <HatchedNote>no owner</HatchedNote>;
  }
  if (parseEntityRef(entityRef, { defaultKind: 'group' }).kind === 'user') {
    return <PersonChip entityRef={entityRef} />;
  }
  return (
    <span className={styles.chip}>
      <span className={styles.group} aria-hidden="true">
        <RiTeamLine size={16} />
      </span>
      <EntityRefLink entityRef={entityRef} defaultKind="group" hideIcon />
    </span>
  );
}
