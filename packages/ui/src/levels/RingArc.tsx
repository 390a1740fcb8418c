/** An arc of a ring, clockwise from twelve o'clock; `from` and `to` are percent of a full turn. */
export function RingArc(props: {
  centre: number;
  radius: number;
  width: number;
  from?: number;
  to?: number;
  className?: string;
  stroke?: string;
}) {
  const { centre, radius, width, from = 0, to = 100, className } = props;
  const share = Math.min(100, Math.max(0, to - from));
  if (share === 0) {
    return null;
  }
  return (
    <circle
      cx={centre}
      cy={centre}
      r={radius}
      fill="none"
      strokeWidth={width}
      stroke={props.stroke}
      className={className}
      pathLength={100}
      strokeDasharray={share === 100 ? undefined : `${share} ${100 - share}`}
      transform={`rotate(${-90 + from * 3.6} ${centre} ${centre})`}
    />
  );
}
