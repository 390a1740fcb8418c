import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox, IdentifiedOption, useAsyncList } from '@backstage/ui';
import { useState } from 'react';

const MOST_OFFERED = 20;

function toOption(entity: Entity): IdentifiedOption {
  const ref = stringifyEntityRef(entity);
  return {
    id: ref,
    label: entity.metadata.name,
    description: entity.metadata.title ?? ref,
  };
}

type ComponentPickerProps = {
  label: string;
  /** Ref of the component that is chosen at first. */
  initial?: string;
  onChange(entityRef: string | undefined): void;
};

/** Looks a component of the catalog up by its name. */
export function ComponentPicker(props: ComponentPickerProps) {
  const { initial, label, onChange } = props;
  const catalog = useApi(catalogApiRef);
  const [chosen, setChosen] = useState<IdentifiedOption | null>(
    initial === undefined
      ? null
      : { id: initial, label: parseEntityRef(initial).name },
  );
  const found = useAsyncList<IdentifiedOption>({
    async load({ filterText = '' }) {
      const { items } = await catalog.queryEntities({
        filter: { kind: 'component' },
        fields: ['kind', 'metadata'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST_OFFERED,
        ...(filterText.trim() !== '' && {
          fullTextFilter: {
            term: filterText.trim(),
            fields: ['metadata.name', 'metadata.title'],
          },
        }),
      });
      return { items: items.map(toOption) };
    },
  });
  return (
    <Combobox
      label={label}
      placeholder="Name of a component"
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
