import { Button } from '@backstage/ui';
import { EntityScope } from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber, PersonChip, RelativeTime } from '@synchrony/ui';
import { scopeName } from './scopeName';
import panel from '../panel/panel.module.css';

type ScopesTableProps = {
  scopes: EntityScope[];
  /** Absent for those who may not retire scans. */
  onRetire?(scope: EntityScope): void;
};

export function ScopesTable({ onRetire, scopes }: ScopesTableProps) {
  return (
    <div className={panel.scroll}>
      <table className={`${panel.table} ${panel.breaking}`}>
        <thead>
          <tr>
            <th scope="col">Scan</th>
            <th scope="col">Branch or tag</th>
            <th scope="col">Seen in</th>
            <th scope="col">Last scan</th>
            <th scope="col">Last complete</th>
            <th scope="col" className={panel.number}>
              Findings
            </th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {scopes.map(scope => (
            <tr key={scope.id}>
              <td>
                <strong>{scope.tool}</strong>
                {scope.category && (
                  <span className={panel.quiet}>{scope.category}</span>
                )}
              </td>
              <td>
                {scope.ref ?? '–'}
                {!scope.counts && (
                  <span className={panel.quiet}>not the default branch</span>
                )}
              </td>
              <td>{scope.environment ?? '–'}</td>
              <td className={panel.nowrap}>
                <RelativeTime at={scope.lastScanAt} />
              </td>
              <td className={panel.nowrap}>
                {scope.lastCompleteAt ? (
                  <RelativeTime at={scope.lastCompleteAt} />
                ) : (
                  'never'
                )}
              </td>
              <td className={panel.number}>{formatNumber(scope.findings)}</td>
              <td>
                <End scope={scope} onRetire={onRetire} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type EndProps = Pick<ScopesTableProps, 'onRetire'> & { scope: EntityScope };

function End({ onRetire, scope }: EndProps) {
  if (scope.retired) {
    return (
      <>
        Retired by <PersonChip entityRef={scope.retired.by} />
        <span className={panel.quiet}>
          <RelativeTime at={scope.retired.at} />: {scope.retired.reason}
        </span>
      </>
    );
  }
  return onRetire ? (
    <Button
      size="small"
      variant="tertiary"
      aria-label={`Retire ${scopeName(scope)}`}
      onPress={() => onRetire(scope)}
    >
      Retire
    </Button>
  ) : (
    <>–</>
  );
}
