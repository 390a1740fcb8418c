import { OpenRole } from '@synchrony/backstage-plugin-virtual-teams-common';
import { useState } from 'react';
import { OfferDialog } from './OfferDialog';
import { OpenRoleRow } from './OpenRoleRow';
import styles from '../directory.module.css';

/** Seats that are looked for, each with a way to help. */
export function OpenRolesList(props: {
  roles: OpenRole[];
  onChanged: () => void;
}) {
  const [offered, setOffered] = useState<OpenRole>();
  return (
    <>
      <ul className={styles.rows} aria-label="Open roles">
        {props.roles.map(role => (
          <OpenRoleRow key={role.id} role={role} onOffer={setOffered} />
        ))}
      </ul>
      {offered?.teamRef && (
        <OfferDialog
          teamRef={offered.teamRef}
          teamTitle={offered.teamTitle ?? ''}
          openRoleId={offered.id}
          onDone={props.onChanged}
          onClose={() => setOffered(undefined)}
        />
      )}
    </>
  );
}
