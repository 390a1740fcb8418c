import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { VolunteerOffer } from '@synchrony/backstage-plugin-champions-common';
import { LivePanel } from '@synchrony/ui';
import { useProgrammeSettings } from '../../api';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { VolunteerForm } from './VolunteerForm';

/** Offers to help, changes the offer, or takes it back. */
export function VolunteerDialog(props: {
  offer?: VolunteerOffer;
  onClose: () => void;
  onDone: () => void;
}) {
  const { offer, onClose, onDone } = props;
  const live = useProgrammeSettings();
  return (
    <Dialog isOpen width={560} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>Offer to help</DialogHeader>
      <DialogBody>
        <LivePanel
          live={live}
          subject="Form"
          height={320}
          forbidden={<ProgrammeForbidden what="the programme" />}
        >
          {({ settings }) => (
            <VolunteerForm
              settings={settings}
              offer={offer}
              onCancel={onClose}
              onDone={() => {
                onDone();
                onClose();
              }}
            />
          )}
        </LivePanel>
      </DialogBody>
    </Dialog>
  );
}
