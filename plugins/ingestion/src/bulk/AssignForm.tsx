import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { Button, SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';
import styles from './bulk.module.css';

const PAUSE_MS = 300;
const MOST_PEOPLE = 6;

type AssignFormProps = {
  me: string;
  isBusy: boolean;
  onAssign(userRef: string): void;
  onCancel(): void;
};

/** To whom: the reader, or somebody who is found by name. */
export function AssignForm({
  isBusy,
  me,
  onAssign,
  onCancel,
}: AssignFormProps) {
  const [text, setText] = useState('');
  const people = usePeople(text.trim());
  return (
    <div className={styles.form} role="group" aria-label="Assign">
      <Button
        size="small"
        variant="primary"
        isDisabled={isBusy}
        onPress={() => onAssign(me)}
      >
        Assign to me
      </Button>
      <SearchField
        size="small"
        aria-label="Somebody else, by name"
        placeholder="Somebody else, by name"
        value={text}
        onChange={setText}
      />
      {people.map(({ name, ref }) => (
        <Button
          key={ref}
          size="small"
          variant="secondary"
          isDisabled={isBusy}
          onPress={() => onAssign(ref)}
        >
          {name}
        </Button>
      ))}
      <Button size="small" variant="tertiary" onPress={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

/** People of the catalog by what was typed; a failure finds nobody. */
function usePeople(text: string): { ref: string; name: string }[] {
  const catalog = useApi(catalogApiRef);
  const presentation = useApi(entityPresentationApiRef);
  const [people, setPeople] = useState<{ ref: string; name: string }[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const { items } = await catalog.queryEntities({
        filter: { kind: 'user' },
        fullTextFilter: {
          term: text,
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayName',
          ],
        },
        limit: MOST_PEOPLE,
      });
      if (isCurrent) {
        setPeople(
          items.map(entity => ({
            ref: stringifyEntityRef(entity),
            name: presentation.forEntity(entity).snapshot.primaryTitle,
          })),
        );
      }
    };
    const timer = setTimeout(
      () => (text ? load().catch(() => setPeople([])) : setPeople([])),
      PAUSE_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [catalog, presentation, text]);
  return people;
}
