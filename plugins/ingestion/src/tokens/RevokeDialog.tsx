import { useApi } from '@backstage/frontend-plugin-api';
import { UploadToken } from '@synchrony/backstage-plugin-ingestion-common';
import { uploadTokensApiRef } from '../api';
import { ConfirmDialog } from './ConfirmDialog';

type RevokeDialogProps = {
  token: UploadToken;
  onClose(): void;
  onRevoked(): void;
};

export function RevokeDialog({ onClose, onRevoked, token }: RevokeDialogProps) {
  const api = useApi(uploadTokensApiRef);
  return (
    <ConfirmDialog
      title={`Revoke ${token.name}`}
      verb="Revoke"
      destructive
      onClose={onClose}
      onConfirm={async () => {
        await api.revokeUploadToken(token.id);
        onRevoked();
      }}
    >
      It stops working at once, and pipelines that use it can send no more
      reports. Findings stay as they are. This can not be undone.
    </ConfirmDialog>
  );
}
