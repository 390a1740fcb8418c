import { SearchDocument } from '@backstage/plugin-search-common';
import { RiShieldUserLine } from '@remixicon/react';
import { TextLink } from '@synchrony/ui';
import styles from './ChampionResult.module.css';
import { isChampion } from './isChampion';

/** A champion or deputy who was searched for. */
export function ChampionResult(props: { result?: SearchDocument }) {
  const { result } = props;
  if (!result || !isChampion(result)) {
    return null;
  }
  return (
    <div className={styles.result}>
      <RiShieldUserLine size={24} aria-hidden="true" />
      <div>
        <h3 className={styles.title}>
          <TextLink href={result.location}>{result.title}</TextLink>
        </h3>
        <p>{result.text}</p>
      </div>
    </div>
  );
}
