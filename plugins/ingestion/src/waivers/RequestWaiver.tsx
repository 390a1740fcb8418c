import { Button } from '@backstage/ui';
import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { useState } from 'react';
import { useOwners } from '../list/useOwners';
import { targetChoices } from './targetChoices';
import { WaiverDialog } from './WaiverDialog';

type RequestWaiverProps = {
  /** Findings that are open. */
  findings: Finding[];
  label: string;
  isDisabled?: boolean;
  onRequested?(): void;
};

/** A button that asks for a waiver of findings, or of what they share. */
export function RequestWaiver(props: RequestWaiverProps) {
  const { findings, isDisabled, label, onRequested } = props;
  const [isOpen, setOpen] = useState(false);
  const owners = useOwners(
    isOpen ? findings.map(finding => finding.entityRef) : [],
  );
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isDisabled={isDisabled}
        onPress={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen && (
        <WaiverDialog
          choices={targetChoices(findings, owners)}
          onRequested={onRequested}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
