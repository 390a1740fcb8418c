import { useApi } from '@backstage/frontend-plugin-api';
import { Select, TextField } from '@backstage/ui';
import {
  OpenRole,
  SKILL_LEVELS,
  SkillLevel,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { DayField } from '@synchrony/ui';
import { useState } from 'react';
import { useSkills, virtualTeamsApiRef } from '../../api';
import { Choice, FormDialog, numberOf } from '../../parts';
import { dayAhead, LEVEL_WORDS } from '../../words';

const NO_SKILL = 'none';

/** Says what the team looks for. */
export function RoleDialog(props: {
  teamRef: string;
  role?: OpenRole;
  onDone: () => void;
  onClose: () => void;
}) {
  const { role, teamRef } = props;
  const api = useApi(virtualTeamsApiRef);
  const skills = useSkills().value?.items ?? [];
  const [title, setTitle] = useState(role?.title ?? '');
  const [skillId, setSkillId] = useState(role?.skillId ?? NO_SKILL);
  const [level, setLevel] = useState<SkillLevel>(role?.level ?? 'practitioner');
  const [seats, setSeats] = useState(String(role?.seats ?? 1));
  const [share, setShare] = useState(role?.allocationPct?.toString() ?? '');
  const [until, setUntil] = useState(role?.until?.slice(0, 10) ?? '');
  const allocationPct = numberOf(share);
  const count = numberOf(seats) ?? 0;
  const save = () => {
    const input = {
      teamRef,
      title: title.trim(),
      seats: count,
      ...(skillId !== NO_SKILL && { skillId, level }),
      ...(role?.platformRef && { platformRef: role.platformRef }),
      ...(allocationPct !== undefined && { allocationPct }),
      ...(until && { until }),
    };
    return role
      ? api.updateOpenRole(role.id, input)
      : api.createOpenRole(input);
  };
  return (
    <FormDialog
      {...props}
      title={role ? 'Change the role' : 'Add a role'}
      submit="Save"
      isComplete={title.trim() !== '' && Number.isInteger(count) && count > 0}
      onSubmit={save}
    >
      <TextField
        label="What you look for"
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <Select
        label="Skill"
        size="small"
        options={[
          { id: NO_SKILL, label: 'No particular skill' },
          ...skills
            .filter(({ id, status }) => status === 'active' || id === skillId)
            .map(({ id, name }) => ({ id, label: name })),
        ]}
        value={skillId}
        onChange={key => setSkillId(String(key))}
      />
      {skillId !== NO_SKILL && (
        <Choice
          label="At least"
          ids={SKILL_LEVELS}
          words={LEVEL_WORDS}
          value={level}
          onChange={setLevel}
        />
      )}
      <TextField
        label="Seats"
        inputMode="numeric"
        value={seats}
        onChange={setSeats}
      />
      <TextField
        label="Share of time in percent (optional)"
        inputMode="numeric"
        value={share}
        onChange={setShare}
      />
      <DayField
        label="Until (optional)"
        isOptional
        min={dayAhead(1)}
        value={until}
        onChange={setUntil}
      />
    </FormDialog>
  );
}
