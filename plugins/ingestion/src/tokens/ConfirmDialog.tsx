import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { ReactNode } from 'react';
import { useRequest } from '@synchrony/ui';
import panel from '../panel/panel.module.css';

type ConfirmDialogProps = {
  title: string;
  /** Of the button that does it. */
  verb: string;
  destructive?: boolean;
  children: ReactNode;
  onClose(): void;
  onConfirm(): Promise<void>;
};

/** Asks once more, and tells what went wrong. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { children, destructive, onClose, onConfirm, title, verb } = props;
  const { isBusy, problem, send } = useRequest();
  return (
    <Dialog isOpen width={480} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={panel.form}>
          <p>{children}</p>
          {problem && (
            <p role="alert" className={panel.problem}>
              {problem.message}
            </p>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          destructive={destructive}
          isDisabled={isBusy}
          onPress={() => send(onConfirm)}
        >
          {verb}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
