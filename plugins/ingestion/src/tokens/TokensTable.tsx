import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import {
  UploadToken,
  UploadTokenState,
} from '@synchrony/backstage-plugin-ingestion-common';
import { PersonChip, RelativeTime } from '@synchrony/ui';
import panel from '../panel/panel.module.css';

const STATE_LABELS: Record<UploadTokenState, string> = {
  active: 'Active',
  replaced: 'Replaced',
  expired: 'Expired',
  revoked: 'Revoked',
};

/** Components that are named before the rest is counted. */
const MOST_NAMED = 3;

const WORKING: readonly UploadTokenState[] = ['active', 'replaced'];

type TokensTableProps = {
  tokens: UploadToken[];
  onRotate(token: UploadToken): void;
  onRevoke(token: UploadToken): void;
};

export function TokensTable({ onRevoke, onRotate, tokens }: TokensTableProps) {
  return (
    <div className={panel.scroll}>
      <table className={`${panel.table} ${panel.breaking}`}>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Components</th>
            <th scope="col">State</th>
            <th scope="col">Last used</th>
            <th scope="col">Expires</th>
            <th scope="col">Minted by</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(token => (
            <tr key={token.id}>
              <td>
                <strong>{token.name}</strong>
              </td>
              <td>
                {token.entityRefs.slice(0, MOST_NAMED).map(ref => (
                  <div key={ref}>
                    <EntityRefLink
                      entityRef={ref}
                      defaultKind="component"
                      hideIcon
                    />
                  </div>
                ))}
                {token.entityRefs.length > MOST_NAMED && (
                  <details className={panel.quiet}>
                    <summary>
                      and {token.entityRefs.length - MOST_NAMED} more
                    </summary>
                    {token.entityRefs.slice(MOST_NAMED).join(', ')}
                  </details>
                )}
              </td>
              <td>
                <span
                  className={
                    token.state === 'active'
                      ? `${panel.tag} ${panel.good}`
                      : panel.tag
                  }
                >
                  {STATE_LABELS[token.state]}
                </span>
                {token.state === 'replaced' && (
                  <span className={panel.quiet}>
                    works for up to a day more
                  </span>
                )}
              </td>
              <td className={panel.nowrap}>
                {token.lastUsedAt ? (
                  <RelativeTime at={token.lastUsedAt} />
                ) : (
                  'never'
                )}
              </td>
              <td className={panel.nowrap}>
                <RelativeTime at={token.expiresAt} />
              </td>
              <td>
                <PersonChip entityRef={token.createdBy} />
                <span className={panel.quiet}>
                  <RelativeTime at={token.createdAt} />
                </span>
              </td>
              <td>
                <Actions
                  token={token}
                  onRotate={onRotate}
                  onRevoke={onRevoke}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ActionsProps = Omit<TokensTableProps, 'tokens'> & { token: UploadToken };

function Actions({ onRevoke, onRotate, token }: ActionsProps) {
  if (!token.manageable || !WORKING.includes(token.state)) {
    return <>–</>;
  }
  return (
    <div className={panel.buttons}>
      {token.state === 'active' && (
        <Button
          size="small"
          variant="secondary"
          aria-label={`Rotate ${token.name}`}
          onPress={() => onRotate(token)}
        >
          Rotate
        </Button>
      )}
      <Button
        size="small"
        variant="tertiary"
        aria-label={`Revoke ${token.name}`}
        onPress={() => onRevoke(token)}
      >
        Revoke
      </Button>
    </div>
  );
}
