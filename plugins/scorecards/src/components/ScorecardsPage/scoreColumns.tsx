import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';
import {
  formatPercent,
  formatScore,
  formatScoreRange,
  HatchedNote,
  LevelChip,
  OwnerChip,
  TextLink,
} from '@synchrony/ui';
import styles from './ScorecardsPage.module.css';

/** A row of the table. */
export type ScoreItem = EntityScoreRow & {
  id: string;
  /** Where its scorecard is. */
  href?: string;
};

function Score(props: { item: ScoreItem }) {
  const { level, scoreLow, scoreHigh, href } = props.item;
  if (level === 'unrated' || scoreLow === undefined) {
    return <HatchedNote>not known yet</HatchedNote>;
  }
  const range = formatScoreRange(scoreLow, scoreHigh);
  const words = `${formatScore(scoreLow)} ${range}`.trim();
  return href ? <TextLink href={href}>{words}</TextLink> : <>{words}</>;
}

/** The columns of the table of components. */
export const SCORE_COLUMNS: ColumnConfig<ScoreItem>[] = [
  {
    id: 'component',
    label: 'Component',
    isRowHeader: true,
    minWidth: 170,
    cell: item => (
      <Cell>
        <span className={styles.cell}>
          <EntityRefLink
            entityRef={item.entityRef}
            defaultKind="component"
            hideIcon
          />
          <span className={styles.muted}>
            {[item.type, item.lifecycle].filter(Boolean).join(' · ')}
          </span>
        </span>
      </Cell>
    ),
  },
  {
    id: 'level',
    label: 'Level',
    minWidth: 140,
    cell: item => (
      <Cell>
        <LevelChip level={item.level} waivers={item.waivers} />
      </Cell>
    ),
  },
  {
    id: 'score',
    label: 'Score',
    minWidth: 120,
    cell: item => (
      <Cell>
        <Score item={item} />
      </Cell>
    ),
  },
  {
    id: 'evidence',
    label: 'Evidence',
    width: 110,
    cell: item => (
      <CellText
        title={
          item.evidencePct === undefined ? '–' : formatPercent(item.evidencePct)
        }
      />
    ),
  },
  {
    id: 'target',
    label: 'Target',
    minWidth: 100,
    cell: item => (
      <Cell>
        {item.targetLevel ? <LevelChip level={item.targetLevel} /> : '–'}
      </Cell>
    ),
  },
  {
    id: 'tier',
    label: 'Tier',
    width: 70,
    cell: item => <CellText title={item.tier ?? '–'} />,
  },
  {
    id: 'owner',
    label: 'Owner',
    minWidth: 150,
    cell: item => (
      <Cell>
        <OwnerChip entityRef={item.ownerRef} />
      </Cell>
    ),
  },
  {
    id: 'system',
    label: 'System',
    minWidth: 130,
    cell: item => (
      <Cell>
        {item.systemRef ? (
          <EntityRefLink
            entityRef={item.systemRef}
            defaultKind="system"
            hideIcon
          />
        ) : (
          '–'
        )}
      </Cell>
    ),
  },
];
