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

function titleOf(entity: Entity): string {
  const { spec } = entity;
  const profile = spec?.profile;
  const shown =
    typeof profile === 'object' && profile !== null && 'displayName' in profile
      ? profile.displayName
      : entity.metadata.title;
  return typeof shown === 'string' ? shown : entity.metadata.name;
}

function toOption(entity: Entity): IdentifiedOption {
  const ref = stringifyEntityRef(entity);
  return { id: ref, label: titleOf(entity), description: ref };
}

/** @public */
export interface CatalogPickerProps {
  label: string;
  /** In lower case. */
  kinds: string[];
  description?: string;
  placeholder?: string;
  /** Ref of what is chosen at first. */
  initial?: string;
  onChange: (entityRef: string | undefined) => void;
}

/**
 * Looks an entity of the catalog up by its name.
 *
 * @public
 */
export function CatalogPicker(props: CatalogPickerProps) {
  const { description, initial, kinds, label, onChange, placeholder } = props;
  const catalog = useApi(catalogApiRef);
  const [chosen, setChosen] = useState<IdentifiedOption | null>(
    initial ? { id: initial, label: parseEntityRef(initial).name } : null,
  );
  const found = useAsyncList<IdentifiedOption>({
    async load({ filterText = '' }) {
      const { items } = await catalog.queryEntities({
        filter: { kind: kinds },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile',
        ],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST_OFFERED,
        ...(filterText.trim() !== '' && {
          fullTextFilter: {
            term: filterText.trim(),
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayName',
            ],
          },
        }),
      });
      return { items: items.map(toOption) };
    },
  });
  return (
    <Combobox
      label={label}
      description={description}
      size="small"
      placeholder={placeholder ?? 'Type a name'}
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
