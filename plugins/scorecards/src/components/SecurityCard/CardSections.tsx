import { SecurityCardSectionProps } from '@synchrony/ui';
import { ComponentType } from 'react';
import styles from './SecurityCard.module.css';

/** What other plugins put onto the card; each loads and fails on its own. */
export function CardSections(props: {
  entityRef: string;
  sections: ComponentType<SecurityCardSectionProps>[];
}) {
  const { entityRef, sections } = props;
  if (sections.length === 0) {
    return null;
  }
  return (
    <div className={styles.sections}>
      {sections.map((Section, index) => (
        <Section key={index} entityRef={entityRef} />
      ))}
    </div>
  );
}
