import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Tag, TagGroup } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { ReactNode } from 'react';
import { FindingsFilter } from './findingsFilter';
import { timeWords } from './timeWords';

interface Chip {
  id: string;
  /** Of the entity that it names, if it names one. */
  entityRef?: string;
  words: string;
  /** What taking it away changes. */
  without: Partial<FindingsFilter>;
}

function nameOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    return entityRef;
  }
}

/** What narrows the list that no choice in the bar says. */
function chipsOf(filter: FindingsFilter, ofEntity: boolean): Chip[] {
  const { firstSeenFrom, firstSeenTo, owner, resolvedFrom, resolvedTo, scope } =
    filter;
  const chips: (Chip | false | undefined | '')[] = [
    !ofEntity &&
      owner && {
        id: 'owner',
        entityRef: owner,
        words: 'Owned by',
        without: { owner: undefined },
      },
    !ofEntity &&
      scope && {
        id: 'scope',
        entityRef: scope,
        words: 'Belongs to',
        without: { scope: undefined },
      },
    (firstSeenFrom ?? firstSeenTo) !== undefined && {
      id: 'firstSeen',
      words: `First seen ${timeWords(firstSeenFrom, firstSeenTo)}`,
      without: { firstSeenFrom: undefined, firstSeenTo: undefined },
    },
    (resolvedFrom ?? resolvedTo) !== undefined && {
      id: 'resolved',
      words: `Fixed ${timeWords(resolvedFrom, resolvedTo)}`,
      without: { resolvedFrom: undefined, resolvedTo: undefined },
    },
    filter.adjusted && {
      id: 'adjusted',
      words: 'Severity set by a person',
      without: { adjusted: false },
    },
    filter.ref !== undefined && {
      id: 'ref',
      words: `On branch or tag ${filter.ref}`,
      without: { ref: undefined },
    },
  ];
  return chips.filter((chip): chip is Chip => Boolean(chip));
}

type FilterChipsProps = {
  filter: FindingsFilter;
  /** Whether the findings are of one entity. */
  ofEntity: boolean;
  onChange(change: Partial<FindingsFilter>): void;
};

/** What the list is narrowed by, in words, each to be taken away. */
export function FilterChips(props: FilterChipsProps): ReactNode {
  const { filter, ofEntity, onChange } = props;
  const chips = chipsOf(filter, ofEntity);
  return chips.length === 0 ? null : (
    <TagGroup
      aria-label="Only findings that are"
      onRemove={keys =>
        onChange(
          Object.assign(
            {},
            ...chips.filter(({ id }) => keys.has(id)).map(c => c.without),
          ),
        )
      }
    >
      {chips.map(({ entityRef, id, words }) => (
        <Tag
          key={id}
          id={id}
          size="small"
          textValue={entityRef ? `${words} ${nameOf(entityRef)}` : words}
        >
          {words}
          {entityRef && (
            <>
              {' '}
              <EntityDisplayName
                entityRef={entityRef}
                hideIcon
                disableTooltip
              />
            </>
          )}
        </Tag>
      ))}
    </TagGroup>
  );
}
