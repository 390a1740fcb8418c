import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  RiBugLine,
  RiClipboardLine,
  RiFlagLine,
  RiQuestionAnswerLine,
  RiQuestionMark,
} from '@remixicon/react';
import {
  DeskItem,
  DeskSection,
} from '@synchrony/backstage-plugin-champions-common';
import {
  formatAge,
  formatDue,
  formatExactTime,
  SeverityName,
  SeveritySquare,
  TextLink,
  useNow,
} from '@synchrony/ui';
import { SECTION_WORDS } from './sections';
import styles from './desk.module.css';

const ICONS: Record<DeskSection, typeof RiBugLine> = {
  critical: RiBugLine,
  due: RiBugLine,
  waivers: RiFlagLine,
  reviews: RiClipboardLine,
  questions: RiQuestionAnswerLine,
  evidence: RiQuestionMark,
};

const SEVERITIES: readonly string[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

function isSeverity(word: string | undefined): word is SeverityName {
  return word !== undefined && SEVERITIES.includes(word);
}

function Mark({ item }: { item: DeskItem }) {
  const Icon = ICONS[item.section];
  return isSeverity(item.severity) ? (
    <SeveritySquare severity={item.severity} />
  ) : (
    <Icon size={18} aria-hidden="true" />
  );
}

function Left({ item }: { item: DeskItem }) {
  const now = useNow();
  if (item.dueAt) {
    return (
      <time
        className={item.urgency === 'later' ? styles.time : styles.soon}
        dateTime={item.dueAt}
        title={formatExactTime(item.dueAt)}
      >
        {formatDue(item.dueAt, now)}
      </time>
    );
  }
  return item.since ? (
    <time
      className={styles.time}
      dateTime={item.since}
      title={formatExactTime(item.since)}
    >
      for {formatAge(item.since, now)}
    </time>
  ) : (
    <span />
  );
}

/** One thing that needs the reader: what, where, how long, and where it is done. */
export function DeskItemRow({ item }: { item: DeskItem }) {
  const { action } = SECTION_WORDS[item.section];
  return (
    <li>
      <span className={styles.icon}>
        <Mark item={item} />
      </span>
      <span className={styles.what}>
        <span>
          <strong>{item.title}</strong>
          {item.isKev && <span className={styles.kev}>KEV: exploited</span>}
        </span>
        <span className={styles.detail}>
          <EntityRefLink entityRef={item.entityRef} hideIcon />
          {item.detail && ` · ${item.detail}`}
        </span>
      </span>
      <Left item={item} />
      <TextLink href={item.path} strong>
        {action} <span className={styles.hidden}>{item.title}</span>
      </TextLink>
    </li>
  );
}
