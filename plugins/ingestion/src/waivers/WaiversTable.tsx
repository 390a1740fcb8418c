import { Waiver } from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber, PersonChip, RelativeTime } from '@synchrony/ui';
import { ApprovalsText } from './ApprovalsText';
import { WaiverEntities } from './WaiverEntities';
import { WaiverStatusTag } from './WaiverStatusTag';
import { dayWords, severityWords, WAIVER_KIND_LABELS } from './words';
import panel from '../panel/panel.module.css';
import styles from './waivers.module.css';

type WaiversTableProps = {
  waivers: Waiver[];
  selectedId?: string;
  onOpen(id: string): void;
};

const MOST_ENTITIES = 2;

/** Waivers; each opens at the side. */
export function WaiversTable(props: WaiversTableProps) {
  const { onOpen, selectedId, waivers } = props;
  return (
    <div className={panel.scroll}>
      <table className={panel.table}>
        <thead>
          <tr>
            <th scope="col">Waiver</th>
            <th scope="col">Status</th>
            <th scope="col">Components</th>
            <th scope="col">Hides</th>
            <th scope="col">Asked for by</th>
            <th scope="col">Approvals</th>
            <th scope="col">Ends</th>
          </tr>
        </thead>
        <tbody>
          {waivers.map(waiver => (
            <tr
              key={waiver.id}
              className={waiver.id === selectedId ? panel.selected : undefined}
            >
              <td className={styles.name}>
                <button
                  type="button"
                  className={panel.open}
                  data-waiver={waiver.id}
                  aria-expanded={waiver.id === selectedId}
                  onClick={() => onOpen(waiver.id)}
                >
                  {waiver.title}
                </button>
                <span className={panel.quiet}>
                  {WAIVER_KIND_LABELS[waiver.target.kind]}
                </span>
              </td>
              <td>
                <WaiverStatusTag status={waiver.status} />
              </td>
              <td>
                <WaiverEntities waiver={waiver} most={MOST_ENTITIES} />
              </td>
              <td>
                <button
                  type="button"
                  className={panel.open}
                  aria-label={`Hides ${waiver.hides.total}: show which, of ${waiver.title}`}
                  onClick={() => onOpen(waiver.id)}
                >
                  {formatNumber(waiver.hides.total)}
                </button>
                <span className={panel.quiet}>
                  {severityWords(waiver.hides)}
                </span>
              </td>
              <td>
                <PersonChip entityRef={waiver.requester} />
              </td>
              <td>
                <ApprovalsText waiver={waiver} />
              </td>
              <td className={panel.nowrap}>
                {dayWords(waiver.expiresAt)}
                <span className={panel.quiet}>
                  <RelativeTime at={waiver.expiresAt} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
