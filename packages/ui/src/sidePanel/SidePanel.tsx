import { ButtonIcon } from '@backstage/ui';
import {
  RiArrowLeftSLine,
  RiArrowRightSLine,
  RiCloseLine,
} from '@remixicon/react';
import { ReactNode, useEffect, useId, useRef } from 'react';
import { useEscape } from './useEscape';
import styles from './SidePanel.module.css';

/** @public */
export interface SidePanelProps {
  title: string;
  /** A short line above the title, e.g. `Code · code.sast-active`. */
  kicker?: ReactNode;
  children: ReactNode;
  /** Stays in view below the content. */
  footer?: ReactNode;
  onClose: () => void;
  /** Goes to the row before; leave out at the first one. */
  onPrevious?: () => void;
  /** Goes to the row after; leave out at the last one. */
  onNext?: () => void;
  /** Where the focus goes on closing, e.g. the row that is shown. */
  returnFocus?: () => HTMLElement | null | undefined;
}

/**
 * Details beside a table: a labelled complementary region, not a modal. Takes
 * the focus when it opens; Escape closes it and gives the focus back.
 *
 * @public
 */
export function SidePanel(props: SidePanelProps) {
  const { title, kicker, children, footer, onPrevious, onNext } = props;
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);

  useEffect(() => {
    opener.current = document.activeElement;
    heading.current?.focus({ preventScroll: true });
  }, []);

  const close = () => {
    props.onClose();
    const target = props.returnFocus?.() ?? opener.current;
    if (target instanceof HTMLElement && target.isConnected) {
      target.focus();
    }
  };
  useEscape(close);

  const hasSteps = onPrevious !== undefined || onNext !== undefined;
  return (
    <aside className={styles.panel} aria-labelledby={titleId}>
      <div className={styles.header}>
        <div className={styles.kicker}>{kicker}</div>
        {hasSteps && (
          <>
            <ButtonIcon
              aria-label="Previous"
              size="small"
              variant="tertiary"
              icon={<RiArrowLeftSLine />}
              isDisabled={!onPrevious}
              onPress={onPrevious}
            />
            <ButtonIcon
              aria-label="Next"
              size="small"
              variant="tertiary"
              icon={<RiArrowRightSLine />}
              isDisabled={!onNext}
              onPress={onNext}
            />
          </>
        )}
        <ButtonIcon
          aria-label="Close"
          size="small"
          variant="tertiary"
          icon={<RiCloseLine />}
          onPress={close}
        />
      </div>
      <h2 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </aside>
  );
}
