import { RiCheckLine, RiCircleLine } from '@remixicon/react';
import {
  ReviewDecision,
  ReviewItem,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatCount, levelLabel } from '@synchrony/ui';
import { useEffect, useRef } from 'react';
import { nameOf } from './names';
import styles from './Reviews.module.css';

/** All components of the agenda, to jump to. */
export function AgendaNav(props: {
  items: ReviewItem[];
  decisions: ReviewDecision[];
  /** Index of the one on screen. */
  shown: number;
  onShow: (index: number) => void;
}) {
  const { decisions, items, onShow, shown } = props;
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView?.({ block: 'nearest' });
  }, [shown]);
  return (
    <nav aria-label="Agenda" className={styles.agenda}>
      <ol>
        {items.map((item, index) => {
          const count = decisions.filter(
            ({ entityRef }) => entityRef === item.entityRef,
          ).length;
          return (
            <li key={item.entityRef}>
              <button
                type="button"
                ref={index === shown ? current : undefined}
                aria-current={index === shown ? 'step' : undefined}
                onClick={() => onShow(index)}
              >
                {item.isDiscussed ? (
                  <RiCheckLine size={16} aria-hidden="true" />
                ) : (
                  <RiCircleLine size={16} aria-hidden="true" />
                )}
                <span className={styles.agendaName}>
                  {nameOf(item)}{' '}
                  <small>
                    {[
                      item.tier,
                      levelLabel(item.then.level),
                      item.isDiscussed && 'discussed',
                      count > 0 && formatCount(count, 'decision'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
