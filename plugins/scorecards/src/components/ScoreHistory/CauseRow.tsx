import {
  CheckView,
  ScoreCause,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatExactTime, TextLink } from '@synchrony/ui';
import { causeText, formatLevels, formatPart } from '../../model/causes';
import { rowsLink } from '../../model/rowsLink';
import { useEntityPath } from '../../paths';
import { TextWithEntities } from '../TextWithEntities';
import styles from './ScoreHistory.module.css';

/** A cause: when, what, on what evidence, and its part in points and levels. */
export function CauseRow(props: {
  entityRef: string;
  cause: ScoreCause;
  /** The check as it is now; a check that is gone has none. */
  check?: CheckView;
  isOpen: boolean;
  onOpen: (opener: HTMLButtonElement) => void;
}) {
  const { entityRef, cause, check, isOpen, onOpen } = props;
  const link = check && rowsLink(check);
  const href = useEntityPath()(entityRef, link?.path);
  const { before, after } = cause;
  return (
    <tr>
      <td className={styles.time}>
        {cause.at ? formatExactTime(cause.at) : 'in this time'}
      </td>
      <td>
        {check ? (
          <button
            type="button"
            className={styles.open}
            aria-expanded={isOpen}
            onClick={event => onOpen(event.currentTarget)}
          >
            {cause.title}
          </button>
        ) : (
          cause.title && <strong>{cause.title}</strong>
        )}
        <div>{causeText(cause)}</div>
        {before?.reason && (
          <div className={styles.muted}>
            Before: <TextWithEntities text={before.reason} />
          </div>
        )}
        {after?.reason && (
          <div className={styles.muted}>
            After: <TextWithEntities text={after.reason} />
          </div>
        )}
        {link && href && <TextLink href={href}>{link.label}</TextLink>}
      </td>
      <td className={styles.number}>{formatPart(cause.scoreTenths)}</td>
      <td className={styles.number}>{formatLevels(cause.levels)}</td>
    </tr>
  );
}
