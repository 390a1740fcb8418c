import { SkillsSource } from './skills/SkillsSource';

/** The skills that are built in. */
export function createSkillsSource(options: {
  clock: () => Date;
}): SkillsSource {
  const loadedAt = options.clock().toISOString();
  return { current: () => ({ items: [], loadedAt, faults: [] }) };
}
