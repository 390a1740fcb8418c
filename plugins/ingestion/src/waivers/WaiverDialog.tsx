import { Button, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { WaiverDetail } from '@synchrony/backstage-plugin-ingestion-common';
import { useState } from 'react';
import { TargetChoice } from './targetChoices';
import { WaiverForm } from './WaiverForm';
import { WaiverLink } from './WaiverLink';
import panel from '../panel/panel.module.css';

type WaiverDialogProps = {
  choices: TargetChoice[];
  onRequested?(waiver: WaiverDetail): void;
  onClose(): void;
};

/** The form to ask for a waiver, and where to follow it afterwards. */
export function WaiverDialog(props: WaiverDialogProps) {
  const { choices, onClose, onRequested } = props;
  const [asked, setAsked] = useState<WaiverDetail>();
  return (
    <Dialog
      isOpen
      width={560}
      onOpenChange={isOpen => {
        if (!isOpen) {
          onClose();
        }
      }}
    >
      <DialogHeader>Request a waiver</DialogHeader>
      <DialogBody>
        {asked && (
          <div className={panel.form}>
            <p role="status">
              Asked for. Nothing is hidden until it is approved.{' '}
              <WaiverLink id={asked.id}>See the waiver</WaiverLink>
            </p>
            <div className={panel.buttons}>
              <Button size="small" variant="primary" onPress={onClose}>
                Done
              </Button>
            </div>
          </div>
        )}
        {!asked && choices.length > 0 && (
          <WaiverForm
            choices={choices}
            onCancel={onClose}
            onRequested={waiver => {
              setAsked(waiver);
              onRequested?.(waiver);
            }}
          />
        )}
        {!asked && choices.length === 0 && (
          <p>
            These findings have no component, package or CVE in common, so one
            waiver can not be for all of them. Select fewer.
          </p>
        )}
      </DialogBody>
    </Dialog>
  );
}
