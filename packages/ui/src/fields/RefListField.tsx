import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { CatalogPicker } from './CatalogPicker';
import styles from './RefListField.module.css';

/** @public */
export interface RefListFieldProps {
  label: string;
  /** In lower case. */
  kinds: string[];
  description?: string;
  refs: string[];
  onChange: (refs: string[]) => void;
}

function Chosen(props: { entityRef: string; onRemove: () => void }) {
  const { entityRef, onRemove } = props;
  const { primaryTitle } = useEntityPresentation(entityRef);
  const { kind } = parseEntityRef(entityRef);
  return (
    <li>
      <span title={entityRef}>
        {kind} {primaryTitle}
      </span>
      <Button
        size="small"
        variant="tertiary"
        aria-label={`Remove ${kind} ${primaryTitle}`}
        onPress={onRemove}
      >
        Remove
      </Button>
    </li>
  );
}

/**
 * Chooses several entities of the catalog, one after the other.
 *
 * @public
 */
export function RefListField(props: RefListFieldProps) {
  const { refs, onChange, ...picker } = props;
  return (
    <div className={styles.field}>
      <CatalogPicker
        key={refs.length}
        {...picker}
        placeholder="Type a name to add it"
        onChange={ref => {
          if (ref && !refs.includes(ref)) {
            onChange([...refs, ref]);
          }
        }}
      />
      {refs.length > 0 && (
        <ul className={styles.chosen} aria-label={`${props.label}: chosen`}>
          {refs.map(ref => (
            <Chosen
              key={ref}
              entityRef={ref}
              onRemove={() => onChange(refs.filter(each => each !== ref))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
