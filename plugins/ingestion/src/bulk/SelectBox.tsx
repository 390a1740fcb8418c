import styles from './bulk.module.css';

type SelectBoxProps = {
  label: string;
  isSelected: boolean;
  /** Some are, and some are not. */
  isMixed?: boolean;
  onToggle(range: boolean): void;
};

/** A tick box of a row; with Shift it takes all rows since the last one along. */
export function SelectBox(props: SelectBoxProps) {
  const { label, isMixed = false, isSelected, onToggle } = props;
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={label}
      checked={isSelected}
      ref={box => {
        if (box) {
          box.indeterminate = isMixed;
        }
      }}
      onClick={event => event.stopPropagation()}
      onChange={({ nativeEvent }) =>
        onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
      }
    />
  );
}
