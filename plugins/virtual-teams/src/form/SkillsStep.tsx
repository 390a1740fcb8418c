import { Button, NumberField, Select } from '@backstage/ui';
import {
  RequiredExpertise,
  SKILL_LEVELS,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { useSkills } from '../api';
import { LEVEL_EXPLAINED, LEVEL_WORDS } from '../words';
import { StepProps } from './stepProps';
import { TeamFit } from './TeamFit';
import styles from './form.module.css';

const MOST_PEOPLE = 50;

/** Which skills the team needs, and who could help. */
export function SkillsStep({ definition, onChange }: StepProps) {
  const skills = (useSkills().value?.items ?? []).filter(
    ({ status }) => status === 'active',
  );
  const asked = definition.requiredExpertise;
  const set = (requiredExpertise: RequiredExpertise[]) =>
    onChange({ requiredExpertise });
  const change = (at: number, next: Partial<RequiredExpertise>) =>
    set(asked.map((each, i) => (i === at ? { ...each, ...next } : each)));
  return (
    <>
      <div className={styles.fields}>
        {asked.map((each, index) => (
          <div key={index} className={styles.row}>
            <Select
              label={`Skill ${index + 1}`}
              size="small"
              options={skills.map(({ id, name }) => ({ id, label: name }))}
              value={each.skillId || null}
              onChange={key => change(index, { skillId: String(key) })}
            />
            <Select
              label="At least"
              size="small"
              options={SKILL_LEVELS.map(id => ({
                id,
                label: `${LEVEL_WORDS[id]}: ${LEVEL_EXPLAINED[id]}`,
              }))}
              value={each.level}
              onChange={key =>
                change(index, {
                  level: SKILL_LEVELS.find(level => level === key),
                })
              }
            />
            <NumberField
              label="People"
              minValue={1}
              maxValue={MOST_PEOPLE}
              value={each.count ?? NaN}
              onChange={count => change(index, { count })}
            />
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Remove skill ${index + 1}`}
              onPress={() => set(asked.filter((_, i) => i !== index))}
            >
              Remove
            </Button>
          </div>
        ))}
        <div>
          <Button
            size="small"
            variant="secondary"
            onPress={() =>
              set([...asked, { skillId: '', level: 'practitioner', count: 1 }])
            }
          >
            Add a skill
          </Button>
        </div>
      </div>
      <TeamFit definition={definition} />
    </>
  );
}
