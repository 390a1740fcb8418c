import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiAddLine, RiCalendarLine, RiHandHeartLine } from '@remixicon/react';
import { championNominatePermission } from '@synchrony/backstage-plugin-champions-common';
import { formatCount } from '@synchrony/ui';
import { useState } from 'react';
import { MeetingDialog, NominateDialog, VolunteerDialog } from './dialogs';
import { ProgrammeKnown } from './ProgrammeTab';
import styles from './programme.module.css';

/**
 * How the programme is to be read, and what anybody can do for it. The address
 * may ask for a nomination, `?nominate=<scope>`.
 */
export function ProgrammeHead({ me, meetings, overview }: ProgrammeKnown) {
  const [params, setParams] = useAppSearchParams();
  const asked = params.get('nominate') ?? undefined;
  const [open, setOpen] = useState<
    'meeting' | 'nominate' | 'volunteer' | undefined
  >(asked ? 'nominate' : undefined);
  const { allowed } = usePermission({ permission: championNominatePermission });
  const close = () => {
    setOpen(undefined);
    setParams(
      before => {
        before.delete('nominate');
        return before;
      },
      { replace: true },
    );
  };
  const teams = overview.value?.totalTeams;
  return (
    <div className={styles.head}>
      <p className={styles.lead}>
        {teams !== undefined &&
          `${formatCount(teams, 'delivery team')} · shown`}
        {teams === undefined && 'Shown'} by coverage, never as a ranking of
        people
      </p>
      <div className={styles.buttons}>
        {me.value && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiHandHeartLine aria-hidden="true" />}
            onPress={() => setOpen('volunteer')}
          >
            {me.value.volunteer ? 'Change my offer' : 'Offer to help'}
          </Button>
        )}
        {meetings.value?.mayAnnounce && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiCalendarLine aria-hidden="true" />}
            onPress={() => setOpen('meeting')}
          >
            Announce meeting
          </Button>
        )}
        {allowed && (
          <Button
            size="small"
            variant="primary"
            iconStart={<RiAddLine aria-hidden="true" />}
            onPress={() => setOpen('nominate')}
          >
            Nominate someone
          </Button>
        )}
      </div>
      {open === 'nominate' && allowed && (
        <NominateDialog
          scopeRef={asked}
          onClose={close}
          onDone={overview.reload}
        />
      )}
      {open === 'meeting' && (
        <MeetingDialog onClose={close} onDone={meetings.reload} />
      )}
      {open === 'volunteer' && me.value && (
        <VolunteerDialog
          offer={me.value.volunteer}
          onClose={close}
          onDone={me.reload}
        />
      )}
    </div>
  );
}
