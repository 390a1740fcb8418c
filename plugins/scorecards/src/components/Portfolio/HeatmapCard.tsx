import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  Portfolio,
  ROLLUP_DIMENSIONS,
  RollupDimension,
} from '@synchrony/backstage-plugin-scorecards-common';
import { ExportButtons, formatExactTime } from '@synchrony/ui';
import { useRef, useState } from 'react';
import { usePortfolio } from '../../api';
import { rowFilter } from '../../model/rowsHref';
import { useChosenScorecard } from '../ScorecardChoice';
import { exportRows } from './exportRows';
import { Heatmap, ShownRow } from './Heatmap';
import styles from './Portfolio.module.css';
import { ShareTable } from './ShareTable';

const TITLE = 'Where evidence is strong, weak or missing';

const BY_LABELS: Record<RollupDimension, string> = {
  platform: 'Platform',
  team: 'Team',
  system: 'System',
};

function shownRows(
  portfolio: Portfolio,
  teams: Portfolio | undefined,
  open: string[],
): ShownRow[] {
  const { by, rows } = portfolio;
  return rows.flatMap((row): ShownRow[] => {
    const filter = rowFilter(row, by);
    const isPlatform = by === 'platform' && row.platformRef !== undefined;
    const isOpen = row.ref !== undefined && open.includes(row.ref);
    const children = isPlatform && isOpen ? (teams?.rows ?? []) : [];
    return [
      { row, filter, isChild: false, ...(isPlatform && { isOpen }) },
      ...children
        .filter(team => team.platformRef === row.ref)
        .map(team => ({
          row: team,
          filter: rowFilter(team, 'team'),
          isChild: true,
        })),
    ];
  });
}

function OpenedHeatmap(props: {
  portfolio: Portfolio;
  open: string[];
  onToggle: (ref: string) => void;
}) {
  const teams = usePortfolio('team', useChosenScorecard());
  return <Rows {...props} teams={teams.value} />;
}

function Rows(props: {
  portfolio: Portfolio;
  teams?: Portfolio;
  open: string[];
  onToggle: (ref: string) => void;
}) {
  const { portfolio, teams, open, onToggle } = props;
  const [search, setSearch] = useAppSearchParams();
  const rows = shownRows(portfolio, teams, open);
  const picture = useRef<HTMLDivElement>(null);
  const isTable = search.get('show') === 'table';
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
    setSearch(next, { replace: true });
  };
  return (
    <>
      <div className={styles.tools}>
        <ToggleButtonGroup
          aria-label="Rows"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[portfolio.by]}
          onSelectionChange={([key]) =>
            set('by', key === 'platform' ? undefined : String(key))
          }
        >
          {ROLLUP_DIMENSIONS.map(by => (
            <ToggleButton key={by} id={by}>
              {BY_LABELS[by]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <ToggleButtonGroup
          aria-label="Shown as"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[isTable ? 'table' : 'heatmap']}
          onSelectionChange={([key]) =>
            set('show', key === 'table' ? 'table' : undefined)
          }
        >
          <ToggleButton id="heatmap">Heatmap</ToggleButton>
          <ToggleButton id="table">Table</ToggleButton>
        </ToggleButtonGroup>
        <ExportButtons
          name={`scorecards-by-${portfolio.by}`}
          rows={() => exportRows(rows, portfolio.asOf)}
          picture={{
            title: TITLE,
            notes: [
              `By stage of the lifecycle and ${BY_LABELS[portfolio.by].toLocaleLowerCase('en-GB')} · scorecard ${portfolio.scorecardId} · as of ${formatExactTime(portfolio.asOf)}`,
            ],
            element: picture,
          }}
        />
      </div>
      <div ref={picture}>
        {isTable ? (
          <ShareTable rows={rows} />
        ) : (
          <Heatmap
            rows={rows}
            scorecardId={portfolio.scorecardId}
            onToggle={onToggle}
          />
        )}
      </div>
    </>
  );
}

/** Where evidence is strong, weak or missing, by stage of the lifecycle. */
export function HeatmapCard(props: { portfolio: Portfolio }) {
  const { portfolio } = props;
  const [open, setOpen] = useState<string[]>([]);
  const onToggle = (ref: string) =>
    setOpen(
      open.includes(ref) ? open.filter(each => each !== ref) : [...open, ref],
    );
  const Body = open.length > 0 ? OpenedHeatmap : Rows;
  return (
    <section className={styles.card} aria-labelledby="portfolio-heatmap">
      <h2 id="portfolio-heatmap">{TITLE}</h2>
      <p className={styles.sub}>
        By stage of the lifecycle, in the order of names · choose a cell to list
        its components
      </p>
      <Body portfolio={portfolio} open={open} onToggle={onToggle} />
    </section>
  );
}
