import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiFileShield2Line } from '@remixicon/react';
import { auditReadPermission } from '@synchrony/backstage-plugin-scorecards-common';
import { useState } from 'react';
import { EvidenceDialog } from './EvidenceDialog';

/** Opens evidence packs of an entity, for those who may draw them. */
export function EvidenceButton(props: {
  entityRef: string;
  /** The day to begin with, `YYYY-MM-DD`; today by default. */
  day?: string;
}) {
  const { day, entityRef } = props;
  const { allowed } = usePermission({ permission: auditReadPermission });
  const [isOpen, setOpen] = useState(false);
  if (!allowed) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiFileShield2Line aria-hidden="true" />}
        onPress={() => setOpen(true)}
      >
        Evidence pack…
      </Button>
      {isOpen && (
        <EvidenceDialog
          entityRef={entityRef}
          day={day}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
