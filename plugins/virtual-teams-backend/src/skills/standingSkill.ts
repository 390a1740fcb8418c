import { Skill } from '@synchrony/backstage-plugin-virtual-teams-common';

/** A skill by id; the one that stands for it where it is deprecated. */
export function standingSkill(
  skills: readonly Skill[],
  skillId: string,
): Skill | undefined {
  const seen = new Set<string>();
  let skill = skills.find(({ id }) => id === skillId);
  while (skill?.mergedInto !== undefined && !seen.has(skill.id)) {
    seen.add(skill.id);
    const { mergedInto } = skill;
    skill = skills.find(({ id }) => id === mergedInto) ?? skill;
  }
  return skill;
}

/** What a skill is called; its id where the taxonomy does not know it. */
export function skillName(skills: readonly Skill[], skillId: string): string {
  return skills.find(({ id }) => id === skillId)?.name ?? skillId;
}
