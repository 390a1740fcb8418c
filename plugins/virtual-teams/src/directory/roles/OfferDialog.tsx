import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  NumberField,
  Select,
  TextAreaField,
} from '@backstage/ui';
import {
  Membership,
  MembershipRole,
  OpenRole,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { useOpenRoles, useTeamSettings, virtualTeamsApiRef } from '../../api';
import { ROLE_WORDS } from '../../words';
import { TeamsForbidden } from '../TeamsForbidden';
import { EntityTitle } from '../parts';
import styles from '../directory.module.css';

const ANY = 'any';
const LONGEST_MESSAGE = 2000;
const ROLES: readonly MembershipRole[] = ['member', 'expert', 'observer'];

interface OfferDialogProps {
  teamRef: string;
  teamTitle: string;
  openRoleId?: string;
  onDone?: () => void;
  onClose: () => void;
}

function WhoDecides({ role }: { role?: OpenRole }) {
  const settings = useTeamSettings().value?.settings;
  const days = role?.answerDays ?? settings?.answerDays;
  return (
    <p className={styles.line}>
      {role && role.decidedBy.length > 0
        ? role.decidedBy.map((ref, index) => (
            <span key={ref}>
              {index > 0 && ' or '}
              <EntityTitle entityRef={ref} />
            </span>
          ))
        : 'The lead of the team or a deputy'}{' '}
      decides{days !== undefined && `, and you hear within ${days} days`}. You
      get no ownership of anything in the catalog.
      {settings &&
        ` Your line lead sees your share of time only above ${settings.managerSeesAbovePct} %.`}
    </p>
  );
}

function OfferForm(
  props: OfferDialogProps & {
    roles: OpenRole[];
    onSent: (membership: Membership) => void;
  },
) {
  const { onClose, onSent, roles, teamRef } = props;
  const api = useApi(virtualTeamsApiRef);
  const [openRoleId, setOpenRoleId] = useState(
    props.openRoleId ?? roles[0]?.id ?? ANY,
  );
  const openRole = roles.find(({ id }) => id === openRoleId);
  const [role, setRole] = useState<MembershipRole>('member');
  const [share, setShare] = useState(openRole?.allocationPct ?? NaN);
  const [message, setMessage] = useState('');
  const { isBusy, problem, send } = useRequest();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) {
      send(async () =>
        onSent(
          await api.addMembership(teamRef, {
            role,
            ...(openRole && { openRoleId: openRole.id }),
            ...(share && { allocationPct: share }),
            ...(message.trim() && { message: message.trim() }),
          }),
        ),
      );
    }
  };
  return (
    <form className={styles.form} aria-label="Offer help" onSubmit={submit}>
      <WhoDecides role={openRole} />
      {roles.length > 0 && (
        <Select
          label="For"
          size="small"
          options={[
            ...roles.map(({ id, title }) => ({ id, label: title })),
            { id: ANY, label: 'Wherever I can help' },
          ]}
          value={openRoleId}
          onChange={key => setOpenRoleId(String(key))}
        />
      )}
      <Select
        label="As"
        size="small"
        options={ROLES.map(id => ({ id, label: ROLE_WORDS[id] }))}
        value={role}
        onChange={key => setRole(ROLES.find(each => each === key) ?? 'member')}
      />
      <NumberField
        label="Share of your working time, in percent (optional)"
        description="10 is half a day a week"
        minValue={1}
        maxValue={100}
        value={share}
        onChange={setShare}
      />
      <TextAreaField
        label="Message (optional)"
        description="Who decides reads it"
        rows={3}
        maxLength={LONGEST_MESSAGE}
        value={message}
        onChange={setMessage}
      />
      {problem && (
        <p className={styles.problem} role="alert">
          Not sent: {problem.message}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isDisabled={isBusy}
        >
          Offer help
        </Button>
        <Button size="small" variant="tertiary" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Asks to join a team, for one of its open roles where there are any. */
export function OfferDialog(props: OfferDialogProps) {
  const { onClose, onDone, teamRef, teamTitle } = props;
  const live = useOpenRoles({ teamRef });
  const [sent, setSent] = useState<Membership>();
  return (
    <Dialog isOpen width={560} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>Offer help to {teamTitle}</DialogHeader>
      <DialogBody>
        {sent ? (
          <div className={styles.form}>
            <p role="status" className={styles.line}>
              {sent.status === 'active'
                ? 'You are in the team.'
                : 'Your offer is sent. You can withdraw it under “Mine”.'}
            </p>
            <div className={styles.buttons}>
              <Button size="small" variant="primary" onPress={onClose}>
                Done
              </Button>
            </div>
          </div>
        ) : (
          <LivePanel
            live={live}
            subject="Open roles"
            height={320}
            forbidden={<TeamsForbidden what="the open roles of this team" />}
          >
            {({ items }) => (
              <OfferForm
                {...props}
                roles={items.filter(({ seatsLeft }) => seatsLeft > 0)}
                onSent={membership => {
                  setSent(membership);
                  onDone?.();
                }}
              />
            )}
          </LivePanel>
        )}
      </DialogBody>
    </Dialog>
  );
}
