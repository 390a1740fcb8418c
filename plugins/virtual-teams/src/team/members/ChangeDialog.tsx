import { useApi } from '@backstage/frontend-plugin-api';
import { Checkbox, TextField } from '@backstage/ui';
import {
  Membership,
  MembershipRole,
  Team,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { DayField } from '@synchrony/ui';
import { useState } from 'react';
import { virtualTeamsApiRef } from '../../api';
import { Choice, FormDialog, numberOf } from '../../parts';
import { dayAhead, ROLE_WORDS } from '../../words';
import { ASSIGNABLE_ROLES } from './roles';

/** Role, skills and term by the lead; the share of time by the person. */
export function ChangeDialog(props: {
  membership: Membership;
  team: Team;
  isMe: boolean;
  onDone: () => void;
  onClose: () => void;
}) {
  const { isMe, membership, team } = props;
  const api = useApi(virtualTeamsApiRef);
  const [role, setRole] = useState<MembershipRole>(membership.role);
  const [skillIds, setSkillIds] = useState(membership.skillIds);
  const [until, setUntil] = useState(membership.until?.slice(0, 10) ?? '');
  const [share, setShare] = useState(
    membership.allocationPct?.toString() ?? '',
  );
  const allocationPct = isMe ? numberOf(share) : undefined;
  const keepsRole = membership.role === 'lead';
  return (
    <FormDialog
      {...props}
      title="Change the membership"
      submit="Save"
      onSubmit={() =>
        api.updateMembership(membership.id, {
          version: membership.version,
          ...(team.isLead && {
            skillIds,
            until: until || null,
            ...(!keepsRole && { role }),
          }),
          ...(allocationPct !== undefined && { allocationPct }),
        })
      }
    >
      {team.isLead && (
        <>
          {!keepsRole && (
            <Choice
              label="Role"
              ids={ASSIGNABLE_ROLES}
              words={ROLE_WORDS}
              value={role}
              onChange={setRole}
            />
          )}
          {team.skills.map(({ skillId, skillName, title }) => (
            <Checkbox
              key={skillId}
              isSelected={skillIds.includes(skillId)}
              onChange={isCounted =>
                setSkillIds([
                  ...skillIds.filter(id => id !== skillId),
                  ...(isCounted ? [skillId] : []),
                ])
              }
            >
              Counts for {title ?? skillName}
            </Checkbox>
          ))}
          <DayField
            label="Until (optional)"
            isOptional
            min={dayAhead(1)}
            value={until}
            onChange={setUntil}
          />
        </>
      )}
      {isMe && (
        <TextField
          label="Share of my time in percent"
          inputMode="numeric"
          value={share}
          onChange={setShare}
        />
      )}
    </FormDialog>
  );
}
