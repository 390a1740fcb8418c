import { SearchDocument } from '@backstage/plugin-search-common';
import { RiTeamLine, RiUserStarLine } from '@remixicon/react';
import { TextLink } from '@synchrony/ui';
import { ReactNode } from 'react';
import styles from './search.module.css';

function Result(props: { icon: ReactNode; result: SearchDocument }) {
  const { icon, result } = props;
  return (
    <div className={styles.result}>
      {icon}
      <div>
        <h3 className={styles.title}>
          <TextLink href={result.location}>{result.title}</TextLink>
        </h3>
        <p className={styles.text}>{result.text}</p>
      </div>
    </div>
  );
}

/** A team that was searched for. */
export function TeamResult(props: { result?: SearchDocument }) {
  return props.result ? (
    <Result
      icon={<RiTeamLine size={24} aria-hidden="true" />}
      result={props.result}
    />
  ) : null;
}

/** Somebody who chose to be found. */
export function ExpertResult(props: { result?: SearchDocument }) {
  return props.result ? (
    <Result
      icon={<RiUserStarLine size={24} aria-hidden="true" />}
      result={props.result}
    />
  ) : null;
}
