import { SearchField, ToggleButton } from '@backstage/ui';
import { DiscoveryPage } from '@synchrony/backstage-plugin-virtual-teams-common';
import { useState } from 'react';
import { useSkills } from '../../api';
import { WILLING_WORDS } from '../../words';
import { FacetSelect } from '../parts';
import { usePlatformNames } from '../usePlatformNames';
import { FinderAddress } from './useFinderAddress';
import styles from '../directory.module.css';

/** Words and facets of the finder. */
export function FinderFilters(props: {
  address: FinderAddress;
  facets?: DiscoveryPage['facets'];
}) {
  const { address, facets } = props;
  const [words, setWords] = useState(address.q ?? '');
  const skills = useSkills().value?.items ?? [];
  const platforms = facets?.platforms ?? [];
  const names = usePlatformNames([
    ...new Set([
      ...platforms.map(({ value }) => value),
      ...(address.platform ? [address.platform] : []),
    ]),
  ]);
  const counts = new Map(
    facets?.skills.map(({ count, value }) => [value, count]),
  );
  return (
    <div className={styles.filters} role="search" aria-label="Expertise">
      <SearchField
        className={styles.search}
        size="small"
        aria-label="Skill, technology or words"
        placeholder="Skill, technology or words"
        value={words}
        onChange={setWords}
        onSubmit={text => address.change({ q: text.trim() })}
        onClear={() => address.change({ q: '' })}
      />
      <FacetSelect
        label="Skill"
        options={skills.map(({ id, name }) => ({
          value: id,
          label: name,
          count: counts.get(id),
        }))}
        value={address.skill}
        onChange={skill => address.change({ skill: skill ?? '' })}
      />
      <FacetSelect
        label="Platform"
        options={[
          ...platforms.map(({ count, value }) => ({
            value,
            count,
            label: names[value] ?? value,
          })),
          ...(address.platform &&
          !platforms.some(({ value }) => value === address.platform)
            ? [
                {
                  value: address.platform,
                  label: names[address.platform] ?? address.platform,
                },
              ]
            : []),
        ]}
        value={address.platform}
        onChange={platform => address.change({ platform: platform ?? '' })}
      />
      <FacetSelect
        label="Willing to"
        options={Object.entries(WILLING_WORDS).map(([value, label]) => ({
          value,
          label,
          count: facets?.willing.find(each => each.value === value)?.count,
        }))}
        value={address.willing}
        onChange={willing => address.change({ willing: willing ?? '' })}
      />
      <ToggleButton
        size="small"
        isSelected={address.isAvailable}
        onChange={isOn => address.change({ available: isOn ? 'yes' : '' })}
      >
        Says they have time
      </ToggleButton>
    </div>
  );
}
