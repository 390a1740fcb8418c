import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  DayField,
  isForbidden,
  PanelError,
  PanelForbidden,
  PanelLoading,
} from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { dayOf, momentOfDay } from '../../model/historyRange';
import { Downloads } from './Downloads';
import { PackSummary } from './PackSummary';
import { useEvidencePack } from './useEvidencePack';
import styles from './Evidence.module.css';

const HEIGHT = 200;

/** Draws the evidence pack of a day, shows what is in it, and saves it. */
export function EvidenceDialog(props: {
  entityRef: string;
  day?: string;
  onClose: () => void;
}) {
  const { entityRef, onClose } = props;
  const [openedAt] = useState(() => Date.now());
  const [day, setDay] = useState(props.day ?? dayOf(openedAt));
  const pack = useEvidencePack(entityRef);
  const { at, error, sealed } = pack;
  const draw = () => pack.draw(momentOfDay(day, Date.now()));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day !== '' && !pack.isDrawing) {
      draw();
    }
  };

  return (
    <Dialog
      isOpen
      width={640}
      onOpenChange={isOpen => {
        if (!isOpen) {
          onClose();
        }
      }}
    >
      <DialogHeader>Evidence pack</DialogHeader>
      <DialogBody>
        <div className={styles.stack}>
          <p className={styles.line}>
            What is recorded of {entityRef} at the end of a day (UTC), or now:
            definitions in force, levels, and each check with its evidence. The
            same day gives the same file. The portal keeps a note of who drew
            it.
          </p>
          <form
            className={styles.form}
            aria-label="Draw an evidence pack"
            onSubmit={submit}
          >
            <DayField
              label="As of the end of"
              value={day}
              max={dayOf(openedAt)}
              onChange={chosen => {
                setDay(chosen);
                pack.clear();
              }}
            />
            <Button
              type="submit"
              size="small"
              variant="secondary"
              isDisabled={day === ''}
              isPending={pack.isDrawing}
            >
              Show the pack
            </Button>
          </form>
          {pack.isDrawing && <PanelLoading what="the pack" height={HEIGHT} />}
          {error && isForbidden(error) && (
            <PanelForbidden title="You can't draw this evidence pack.">
              Packs are for auditors. Ask the administrators of this portal for
              the right to draw them.
            </PanelForbidden>
          )}
          {error && !isForbidden(error) && (
            <PanelError
              title="No evidence pack"
              error={error}
              failedAt={pack.failedAt ?? new Date()}
              onRetry={draw}
              isRetrying={pack.isDrawing}
            />
          )}
          {sealed && <PackSummary sealed={sealed} />}
        </div>
      </DialogBody>
      <DialogFooter>
        {sealed && at && <Downloads entityRef={entityRef} at={at} />}
        <Button size="small" variant="tertiary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
