import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  TrustedBinding,
  TrustedIssuer,
} from '@synchrony/backstage-plugin-ingestion-common';
import { RelativeTime } from '@synchrony/ui';
import panel from '../panel/panel.module.css';
import styles from './tokens.module.css';

/** One row a binding: what a token has to claim, and what it may then write. */
export function IssuersTable({ issuers }: { issuers: TrustedIssuer[] }) {
  return (
    <div className={panel.scroll}>
      <table className={`${panel.table} ${panel.breaking}`}>
        <thead>
          <tr>
            <th scope="col">Claims of the token</th>
            <th scope="col">Sends for</th>
          </tr>
        </thead>
        {issuers.map(issuer => (
          <tbody key={issuer.issuer}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                <Issuer issuer={issuer} />
              </th>
            </tr>
            {issuer.bindings.map(binding => (
              <tr key={JSON.stringify(binding)}>
                <td>
                  <Claims binding={binding} />
                </td>
                <td>
                  <Entities binding={binding} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Issuer({ issuer }: { issuer: TrustedIssuer }) {
  return (
    <>
      {issuer.issuer}
      <span className={styles.about}>
        audience {issuer.audience} ·{' '}
        {issuer.lastExchangeAt ? (
          <>
            last exchanged <RelativeTime at={issuer.lastExchangeAt} />
          </>
        ) : (
          'no exchange is known'
        )}
      </span>
    </>
  );
}

function Claims({ binding }: { binding: TrustedBinding }) {
  return (
    <ul className={panel.plain}>
      {Object.entries(binding.claims).map(([name, value]) => (
        <li key={name}>
          {name} <code>{value}</code>
        </li>
      ))}
    </ul>
  );
}

function Entities({ binding }: { binding: TrustedBinding }) {
  return (
    <ul className={panel.plain}>
      {binding.entityRefs.map(ref => (
        <li key={ref}>
          <EntityRefLink entityRef={ref} defaultKind="component" hideIcon />
        </li>
      ))}
      {binding.fromCatalog && (
        <li>entities whose source location is the repository</li>
      )}
    </ul>
  );
}
