import styles from './parts.module.css';

const MOST_DRAWN = 10;

/** How many of the seats for skills are covered. */
export function SeatSquares(props: { covered: number; asked: number }) {
  const { asked, covered } = props;
  return (
    <span className={styles.seats}>
      {'skills '}
      {asked <= MOST_DRAWN && (
        <span className={styles.squares} aria-hidden="true">
          {Array.from({ length: asked }, (_, index) => (
            <span
              key={index}
              className={`${styles.square} ${index < covered ? styles.filled : ''}`}
            />
          ))}
        </span>
      )}
      {covered} of {asked}
    </span>
  );
}
