import { LevelName, levelBars } from './levels';

const BARS = [
  { x: 0, height: 4 },
  { x: 5, height: 6 },
  { x: 10, height: 8 },
  { x: 15, height: 10 },
];

/** Four rising bars of which a level fills one to four; decoration beside its word. */
export function LevelBars(props: {
  level: LevelName;
  x?: number;
  y?: number;
  scale?: number;
}) {
  const { level, x = 0, y = 0, scale = 1 } = props;
  const filled = levelBars(level);
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} aria-hidden="true">
      {BARS.map((bar, index) => (
        <rect
          key={bar.x}
          x={bar.x}
          y={10 - bar.height}
          width={4}
          height={bar.height}
          rx={1}
          fill={index < filled ? 'var(--level-mark)' : 'var(--bui-gray-5)'}
          opacity={index < filled ? 1 : 0.45}
        />
      ))}
    </g>
  );
}
