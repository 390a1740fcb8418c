export { levelLabel, type LevelName } from './levels';
export { LevelChip, type LevelChipProps } from './LevelChip';
export { LevelRing, type LevelRingProps } from './LevelRing';
export {
  LevelBar,
  LevelDistribution,
  type LevelDistributionProps,
} from './LevelDistribution';
