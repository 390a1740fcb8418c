import { Button, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { useState } from 'react';
import { UploadForm } from './UploadForm';
import { UploadReceipt } from './UploadReceipt';
import panel from '../panel/panel.module.css';

type UploadDialogProps = {
  entityRef?: string;
  onClose(): void;
};

/** The form, and what becomes of the report afterwards. */
export function UploadDialog({ entityRef, onClose }: UploadDialogProps) {
  const [reportId, setReportId] = useState<string>();
  return (
    <Dialog isOpen width={560} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>Upload a report</DialogHeader>
      <DialogBody>
        {reportId === undefined ? (
          <UploadForm
            entityRef={entityRef}
            onSent={setReportId}
            onCancel={onClose}
          />
        ) : (
          <div className={panel.form}>
            <UploadReceipt reportId={reportId} />
            <div className={panel.buttons}>
              <Button
                size="small"
                variant="secondary"
                onPress={() => setReportId(undefined)}
              >
                Send another
              </Button>
              <Button size="small" variant="primary" onPress={onClose}>
                Done
              </Button>
            </div>
          </div>
        )}
      </DialogBody>
    </Dialog>
  );
}
