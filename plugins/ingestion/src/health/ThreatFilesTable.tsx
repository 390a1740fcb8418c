import { ThreatFile } from '@synchrony/backstage-plugin-ingestion-common';
import { formatAge, formatNumber, RelativeTime, useNow } from '@synchrony/ui';
import { dayText, KIND_LABELS, KIND_MEANINGS } from './threatFiles';
import panel from '../panel/panel.module.css';

/** What is loaded of each kind, and whether it is current. */
export function ThreatFilesTable({ files }: { files: ThreatFile[] }) {
  return (
    <div className={panel.scroll}>
      <table className={`${panel.table} ${panel.breaking}`}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">State</th>
            <th scope="col">Of</th>
            <th scope="col" className={panel.number}>
              Rows
            </th>
            <th scope="col">Loaded</th>
          </tr>
        </thead>
        <tbody>
          {files.map(file => (
            <Row key={file.kind} file={file} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ file }: { file: ThreatFile }) {
  const now = useNow();
  const { dataDate, kind, loadedAt, rows, source, staleAt, version } = file;
  const isOld = staleAt !== undefined && Date.parse(staleAt) <= now.getTime();
  return (
    <tr>
      <td>
        <strong>{KIND_LABELS[kind]}</strong>
        <span className={panel.quiet}>{KIND_MEANINGS[kind]}</span>
      </td>
      <td>
        <State isLoaded={file.loaded} isOld={isOld} />
      </td>
      <td>
        {dataDate ? (
          <>
            {dayText(dataDate)}
            <span className={panel.quiet}>
              {formatAge(dataDate, now)} old{version && `, ${version}`}
            </span>
          </>
        ) : (
          '–'
        )}
      </td>
      <td className={panel.number}>
        {rows === undefined ? '–' : formatNumber(rows)}
      </td>
      <td>
        {loadedAt ? (
          <>
            <RelativeTime at={loadedAt} />
            <span className={panel.quiet}>{source}</span>
          </>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

function State({ isLoaded, isOld }: { isLoaded: boolean; isOld: boolean }) {
  if (!isLoaded) {
    return (
      <>
        <span className={`${panel.tag} ${panel.warning}`}>Not loaded</span>
        <span className={panel.quiet}>not known of any finding</span>
      </>
    );
  }
  return isOld ? (
    <>
      <span className={`${panel.tag} ${panel.warning}`}>Old</span>
      <span className={panel.quiet}>load a newer one</span>
    </>
  ) : (
    <span className={`${panel.tag} ${panel.good}`}>Current</span>
  );
}
