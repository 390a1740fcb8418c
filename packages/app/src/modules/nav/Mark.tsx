/** The mark of Synchrony. */
export function Mark(props: { size?: number }) {
  const { size = 28 } = props;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#9bf0e1" />
      <path
        d="M8 21c0-9 7-13 17-13 0 10-5 16-12 16-2 0-3.5-.5-5-3z"
        fill="#171717"
      />
      <path
        d="M9.5 22.5c3-5 6.5-7.5 10.5-9.5"
        fill="none"
        stroke="#9bf0e1"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}
