import { SearchField, Select, ToggleButton } from '@backstage/ui';
import {
  LIVE_TEAM_STATUSES,
  TEAM_KINDS,
  TeamsPage,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { useState } from 'react';
import { useSkills } from '../../api';
import { KIND_WORDS, TEAM_STATUS_WORDS } from '../../words';
import { FacetSelect } from '../parts';
import { usePlatformNames } from '../usePlatformNames';
import { DirectoryFilter, ORDERS } from '../useDirectoryAddress';
import styles from '../directory.module.css';

const ORDER_WORDS: Record<(typeof ORDERS)[number], string> = {
  recent: 'Recently active',
  title: 'Name',
  ends: 'Ends first',
};

/** Which teams are shown, and in which order. */
export function FilterBar(props: {
  filter: DirectoryFilter;
  facets?: TeamsPage['facets'];
  onChange: (next: DirectoryFilter) => void;
}) {
  const { facets, filter, onChange } = props;
  const [words, setWords] = useState(filter.q ?? '');
  const skills = useSkills().value?.items ?? [];
  const names = usePlatformNames(
    facets?.platforms.map(({ value }) => value) ?? [],
  );
  const countOf = (
    name: 'skills' | 'kinds' | 'statuses',
    value: string,
  ): number | undefined =>
    facets && (facets[name].find(each => each.value === value)?.count ?? 0);
  return (
    <div className={styles.filters} role="search" aria-label="Teams">
      <SearchField
        className={styles.search}
        size="small"
        aria-label="Name, outcome, skill"
        placeholder="Name, outcome, skill"
        value={words}
        onChange={setWords}
        onSubmit={text => onChange({ q: text.trim() || undefined })}
        onClear={() => onChange({ q: undefined })}
      />
      <FacetSelect
        label="Platform"
        options={(facets?.platforms ?? []).map(({ count, value }) => ({
          value,
          count,
          label: names[value] ?? value,
        }))}
        value={filter.platform}
        onChange={platform => onChange({ platform })}
      />
      <FacetSelect
        label="Skill"
        options={skills
          .filter(({ id }) => countOf('skills', id) !== 0)
          .map(({ id, name }) => ({
            value: id,
            label: name,
            count: countOf('skills', id),
          }))}
        value={filter.skill}
        onChange={skill => onChange({ skill })}
      />
      <FacetSelect
        label="Kind"
        options={TEAM_KINDS.map(value => ({
          value,
          label: KIND_WORDS[value],
          count: countOf('kinds', value),
        }))}
        value={filter.kind}
        onChange={kind => onChange({ kind })}
      />
      <FacetSelect
        label="State"
        anyLabel="Open"
        options={LIVE_TEAM_STATUSES.map(value => ({
          value,
          label: TEAM_STATUS_WORDS[value],
          count: countOf('statuses', value),
        }))}
        value={filter.state}
        onChange={state => onChange({ state })}
      />
      <ToggleButton
        size="small"
        isSelected={filter.needsHelp !== undefined}
        onChange={isOn => onChange({ needsHelp: isOn ? 'yes' : undefined })}
      >
        {`Needs help${facets ? ` ${facets.needsHelp}` : ''}`}
      </ToggleButton>
      <Select
        className={styles.end}
        label="Sort"
        size="small"
        options={ORDERS.map(id => ({ id, label: ORDER_WORDS[id] }))}
        value={ORDERS.find(each => each === filter.sort) ?? 'recent'}
        onChange={key => onChange({ sort: String(key) })}
      />
    </div>
  );
}
