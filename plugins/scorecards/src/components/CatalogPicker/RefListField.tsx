import { parseEntityRef } from '@backstage/catalog-model';
import { Button } from '@backstage/ui';
import { CatalogPicker } from './CatalogPicker';
import styles from './CatalogPicker.module.css';

/** Chooses several entities of the catalog, one after the other. */
export function RefListField(props: {
  label: string;
  kinds: string[];
  description?: string;
  refs: string[];
  onChange: (refs: string[]) => void;
}) {
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
            <li key={ref}>
              <span title={ref}>
                {parseEntityRef(ref).kind} {parseEntityRef(ref).name}
              </span>
              <Button
                size="small"
                variant="tertiary"
                aria-label={`Remove ${ref}`}
                onPress={() => onChange(refs.filter(each => each !== ref))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
