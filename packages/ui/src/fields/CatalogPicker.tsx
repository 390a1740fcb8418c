import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
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

function Picker(
  props: CatalogPickerProps & { begun: IdentifiedOption | null },
) {
  const { begun, description, kinds, label, onChange, placeholder } = props;
  const catalog = useApi(catalogApiRef);
  /** What somebody chose here, null for nothing; undefined while nobody did. */
  const [picked, setPicked] = useState<IdentifiedOption | null>();
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
      value={picked === undefined ? begun : picked}
      onChange={option => {
        setPicked(option);
        onChange(option?.id);
      }}
    />
  );
}

/** Begins with an entity by the name that the catalog gives it, once known. */
function BegunPicker(props: CatalogPickerProps & { initial: string }) {
  const { primaryTitle } = useEntityPresentation(props.initial);
  return (
    <Picker {...props} begun={{ id: props.initial, label: primaryTitle }} />
  );
}

/**
 * Looks an entity of the catalog up by its name.
 *
 * @public
 */
export function CatalogPicker(props: CatalogPickerProps) {
  const [initial] = useState(props.initial);
  return initial ? (
    <BegunPicker {...props} initial={initial} />
  ) : (
    <Picker {...props} begun={null} />
  );
}
