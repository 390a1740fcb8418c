import { ProxiedSignInPage } from '@backstage/core-components';
import { useAppLocation, useAppNavigate } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useEffect, useState } from 'react';
import { chosenPersona } from './chosenPersona';
import { DemoIdentity } from './DemoIdentity';
import { PersonaPicker } from './PersonaPicker';
import type { Persona } from './personas';

type DemoSignInPageProps = SignInPageProps & { personas: Persona[] };

/** Lets a person pick a persona, and signs in as the one picked before in this session. */
export function DemoSignInPage(props: DemoSignInPageProps) {
  const { personas, onSignInSuccess } = props;
  const navigate = useAppNavigate();
  const { pathname } = useAppLocation();
  const [chosen, setChosen] = useState(() =>
    personas.find(persona => persona.id === chosenPersona.get()),
  );
  const [fault, setFault] = useState<string>();

  if (!chosen) {
    return (
      <PersonaPicker
        personas={personas}
        fault={fault}
        onPick={persona => {
          chosenPersona.set(persona.id);
          if (pathname === '/' && persona.landing !== '/') {
            navigate(persona.landing);
          }
          setFault(undefined);
          setChosen(persona);
        }}
      />
    );
  }

  return (
    <ProxiedSignInPage
      key={chosen.id}
      provider="demo"
      headers={{ 'x-synchrony-persona': chosen.id }}
      onSignInSuccess={identity => onSignInSuccess(new DemoIdentity(identity))}
      ErrorComponent={({ error }) => (
        <Failure
          onFailure={() => {
            chosenPersona.forget();
            setFault(error?.message ?? 'The back end did not answer.');
            setChosen(undefined);
          }}
        />
      )}
    />
  );
}

/** Leads back to the choice, which shows what went wrong. */
function Failure(props: { onFailure(): void }) {
  const { onFailure } = props;
  useEffect(onFailure, [onFailure]);
  return null;
}
