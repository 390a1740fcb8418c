import {
  SearchField,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  ENTITY_SCORE_ORDERS,
  EntityScoreOrder,
  EntityScoresPage,
  LEVELS,
} from '@synchrony/backstage-plugin-scorecards-common';
import { levelLabel } from '@synchrony/ui';
import { useEffect, useState } from 'react';
import { PageState, TIERS } from './usePageState';
import styles from './ScorecardsPage.module.css';

const ORDER_LABELS: Record<EntityScoreOrder, string> = {
  worst: 'Lowest level first',
  best: 'Highest level first',
  name: 'Name',
  evidence: 'Least evidence first',
};

const TYPING_MS = 300;

interface ScoreFiltersProps {
  page: EntityScoresPage;
  state: PageState;
  onChange: (change: Partial<PageState>) => void;
}

/** The search field keeps what is typed, and tells it after a short rest. */
function NameSearch(props: { q: string; onChange: (q: string) => void }) {
  const { q, onChange } = props;
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    if (typed === q) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, q, onChange]);
  return (
    <SearchField
      className={styles.search}
      label="Name"
      placeholder="Starts with"
      value={typed}
      onChange={setTyped}
    />
  );
}

/** Level with counts, owner, tier, name and order. */
export function ScoreFilters(props: ScoreFiltersProps) {
  const { page, state, onChange } = props;
  return (
    <div className={styles.filters}>
      <NameSearch q={state.q} onChange={q => onChange({ q })} />
      <div className={styles.label}>
        <span id="scorecards-owner">Owner</span>
        <ToggleButtonGroup
          aria-labelledby="scorecards-owner"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[state.mine ? 'mine' : 'any']}
          onSelectionChange={([key]) => onChange({ mine: key === 'mine' })}
        >
          <ToggleButton id="any">Anyone</ToggleButton>
          <ToggleButton id="mine">Mine</ToggleButton>
        </ToggleButtonGroup>
      </div>
      <Select
        className={styles.select}
        label="Level"
        placeholder="All levels"
        selectionMode="multiple"
        options={LEVELS.map(level => ({
          value: level,
          label: `${levelLabel(level)} (${page.levels[level]})`,
        }))}
        value={state.levels}
        onChange={keys =>
          onChange({ levels: LEVELS.filter(level => keys.includes(level)) })
        }
      />
      <Select
        className={styles.select}
        label="Tier"
        placeholder="All tiers"
        selectionMode="multiple"
        options={TIERS.map(tier => ({ value: tier, label: tier }))}
        value={state.tiers}
        onChange={keys =>
          onChange({ tiers: TIERS.filter(tier => keys.includes(tier)) })
        }
      />
      <Select
        className={styles.select}
        label="Order"
        options={ENTITY_SCORE_ORDERS.map(order => ({
          value: order,
          label: ORDER_LABELS[order],
        }))}
        value={state.orderBy}
        onChange={key => {
          const orderBy = ENTITY_SCORE_ORDERS.find(order => order === key);
          if (orderBy) {
            onChange({ orderBy });
          }
        }}
      />
    </div>
  );
}
