import { useApi } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup, Select, TextAreaField } from '@backstage/ui';
import {
  Expertise,
  ExpertiseVisibility,
  EXPERTISE_VISIBILITIES,
  SKILL_LEVELS,
  SkillLevel,
  WILLING,
  Willing,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { useState } from 'react';
import { useSkills, virtualTeamsApiRef } from '../api';
import { Choice, FormDialog } from '../parts';
import { LEVEL_EXPLAINED, LEVEL_WORDS, WILLING_WORDS } from '../words';
import { MY_VISIBILITY_WORDS } from './profileWords';

const AS_PROFILE = 'as_profile';

type Shown = ExpertiseVisibility | typeof AS_PROFILE;

const SHOWN_WORDS: Record<Shown, string> = {
  as_profile: 'As my profile says',
  ...MY_VISIBILITY_WORDS,
};

const LEVEL_CHOICES = Object.fromEntries(
  SKILL_LEVELS.map(level => [
    level,
    `${LEVEL_WORDS[level]}: ${LEVEL_EXPLAINED[level]}`,
  ]),
) as Record<SkillLevel, string>;

/** Declares a skill, or changes what was said of one. */
export function SkillDialog(props: {
  skill?: Expertise;
  profileVisibility: ExpertiseVisibility;
  suggestedId?: string;
  takenIds: string[];
  onSaved: () => void;
  onClose: () => void;
}) {
  const { onClose, onSaved, profileVisibility, skill, suggestedId, takenIds } =
    props;
  const narrowerOnes = EXPERTISE_VISIBILITIES.slice(
    0,
    EXPERTISE_VISIBILITIES.indexOf(profileVisibility),
  );
  const api = useApi(virtualTeamsApiRef);
  const skills = useSkills().value?.items ?? [];
  const [skillId, setSkillId] = useState(skill?.skillId ?? suggestedId);
  const [level, setLevel] = useState<SkillLevel>(
    skill?.level ?? 'practitioner',
  );
  const [willing, setWilling] = useState<Willing[]>(skill?.willing ?? []);
  const [shown, setShown] = useState<Shown>(
    narrowerOnes.find(each => each === skill?.visibility) ?? AS_PROFILE,
  );
  const [links, setLinks] = useState((skill?.evidenceLinks ?? []).join('\n'));
  const evidenceLinks = links
    .split('\n')
    .map(link => link.trim())
    .filter(link => link !== '');
  return (
    <FormDialog
      title={skill ? `Change ${skill.skillName}` : 'Add a skill'}
      submit="Save"
      isComplete={skillId !== undefined}
      onSubmit={() =>
        api.declareSkill(skillId!, {
          level,
          willing,
          evidenceLinks,
          ...(shown !== AS_PROFILE && { visibility: shown }),
        })
      }
      onDone={onSaved}
      onClose={onClose}
    >
      {!skill && (
        <Select
          label="Skill"
          size="small"
          searchable
          options={skills
            .filter(
              ({ id, status }) => status === 'active' && !takenIds.includes(id),
            )
            .map(({ id, name }) => ({ id, label: name }))}
          value={skillId ?? null}
          onChange={key => setSkillId(key === null ? undefined : String(key))}
        />
      )}
      <Choice
        label="How well"
        words={LEVEL_CHOICES}
        ids={SKILL_LEVELS}
        value={level}
        onChange={setLevel}
      />
      <CheckboxGroup
        label="I would"
        value={willing}
        onChange={values => setWilling(values as Willing[])}
      >
        {WILLING.map(each => (
          <Checkbox key={each} value={each}>
            {WILLING_WORDS[each]}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <TextAreaField
        label="Links that show it, one a line"
        value={links}
        onChange={setLinks}
        maxLength={4000}
      />
      <Choice
        label="Shown to"
        words={SHOWN_WORDS}
        ids={[AS_PROFILE, ...narrowerOnes]}
        value={shown}
        onChange={setShown}
      />
    </FormDialog>
  );
}
