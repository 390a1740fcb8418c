import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { Combobox, IdentifiedOption, useAsyncList } from '@backstage/ui';
import { useState } from 'react';

const MOST_OFFERED = 20;

function toOption(entity: Entity): IdentifiedOption {
  const ref = stringifyEntityRef(entity);
  const { primaryTitle } = entityPresentationSnapshot(entity);
  return { id: ref, label: primaryTitle, description: ref };
}

/** Looks a person of the catalog up by name. */
export function PersonPicker(props: {
  label: string;
  onChange: (userRef: string | undefined) => void;
}) {
  const { label, onChange } = props;
  const catalog = useApi(catalogApiRef);
  const [chosen, setChosen] = useState<IdentifiedOption | null>(null);
  const found = useAsyncList<IdentifiedOption>({
    async load({ filterText = '' }) {
      const term = filterText.trim();
      const { items } = await catalog.queryEntities({
        filter: { kind: 'user' },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile',
        ],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST_OFFERED,
        ...(term !== '' && {
          fullTextFilter: {
            term,
            fields: ['metadata.name', 'spec.profile.displayName'],
          },
        }),
      });
      return { items: items.map(toOption) };
    },
  });
  return (
    <Combobox
      label={label}
      size="small"
      placeholder="Type a name"
      options={found}
      search={{ mode: 'server' }}
      value={chosen}
      onChange={option => {
        setChosen(option);
        onChange(option?.id);
      }}
    />
  );
}
