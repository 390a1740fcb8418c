import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { DeskScope } from '@synchrony/backstage-plugin-champions-common';
import { formatCount, HatchedNote, LevelChip, LevelName } from '@synchrony/ui';
import { scorecardsRouteRef } from '../../routes';
import { Rows } from '../Rows';
import styles from '../desk.module.css';

const LEVELS: readonly LevelName[] = [
  'unrated',
  'none',
  'bronze',
  'silver',
  'gold',
  'platinum',
];

/** How the list of components names what lies within a scope of a kind. */
const FILTERS: Record<string, string> = { group: 'within', system: 'system' };

function useRowsHref(
  scopeRef: string,
): (filter: Record<string, string>) => string | undefined {
  const scorecards = useRouteRef(scorecardsRouteRef)?.();
  const name = FILTERS[parseEntityRef(scopeRef).kind];
  return filter =>
    scorecards && name
      ? `${scorecards}?${decodeURIComponent(
          `${new URLSearchParams({ [name]: scopeRef, ...filter })}`,
        )}`
      : undefined;
}

/** How many components lie in a scope, and at what levels. */
export function ScopeNumbers({ scope }: { scope: DeskScope }) {
  const { assignment, components, levels, tier1 } = scope;
  const hrefOf = useRowsHref(assignment.scopeRef);
  return (
    <>
      <span className={styles.buttons}>
        <Rows href={hrefOf({})}>{formatCount(components, 'component')}</Rows>
        <Rows href={hrefOf({ tier: 'tier-1' })}>{tier1} tier-1</Rows>
      </span>
      {levels ? (
        <span className={styles.levels}>
          {LEVELS.filter(level => levels[level]).map(level => (
            <span key={level} className={styles.buttons}>
              <LevelChip level={level} />
              <Rows href={hrefOf({ level })}>{levels[level]}</Rows>
            </span>
          ))}
        </span>
      ) : (
        <span>
          <HatchedNote>levels not known</HatchedNote>
        </span>
      )}
    </>
  );
}
