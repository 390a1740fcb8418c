import { useApi } from '@backstage/frontend-plugin-api';
import {
  MintedUploadToken,
  UploadToken,
} from '@synchrony/backstage-plugin-ingestion-common';
import { uploadTokensApiRef } from '../api';
import { ConfirmDialog } from './ConfirmDialog';

type RotateDialogProps = {
  token: UploadToken;
  onClose(): void;
  onRotated(token: MintedUploadToken): void;
};

export function RotateDialog(props: RotateDialogProps) {
  const { onClose, onRotated, token } = props;
  const api = useApi(uploadTokensApiRef);
  return (
    <ConfirmDialog
      title={`Rotate ${token.name}`}
      verb="Rotate"
      onClose={onClose}
      onConfirm={async () => onRotated(await api.rotateUploadToken(token.id))}
    >
      You get a new token for the same components. The old one works for 24
      hours more, so that pipelines can change over without a gap.
    </ConfirmDialog>
  );
}
