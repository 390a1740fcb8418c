import { Button } from '@backstage/ui';
import { RiUpload2Line } from '@remixicon/react';
import { useState } from 'react';
import { UploadDialog } from './UploadDialog';

type UploadReportProps = {
  /** The entity that the report is of; to be chosen without one. */
  entityRef?: string;
};

/** Sends a report by hand, where no pipeline does. */
export function UploadReport({ entityRef }: UploadReportProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        iconStart={<RiUpload2Line aria-hidden="true" />}
        onPress={() => setOpen(true)}
      >
        Upload a report
      </Button>
      {isOpen && (
        <UploadDialog entityRef={entityRef} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
