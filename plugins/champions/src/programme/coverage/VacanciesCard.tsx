import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import {
  Vacancy,
  VolunteerSuggestion,
} from '@synchrony/backstage-plugin-champions-common';
import {
  formatAge,
  formatCount,
  HatchedNote,
  LivePanel,
  PanelEmpty,
  PersonChip,
  useNow,
} from '@synchrony/ui';
import { useState } from 'react';
import { NominateDialog } from '../dialogs';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { useVacancies } from '../useProgramme';
import { SHORT_REASON_WORDS } from '../../words';
import { LookTag } from './LookIcon';
import panel from '../programme.module.css';
import styles from './coverage.module.css';

const MOST_SHOWN = 6;

type Nomination = { scopeRef: string; userRef?: string };

function Volunteer(props: {
  volunteer: VolunteerSuggestion;
  onNominate: () => void;
}) {
  const { onNominate, volunteer } = props;
  return (
    <li className={styles.volunteer}>
      <PersonChip entityRef={volunteer.userRef} />
      <span className={panel.quiet}>
        {[
          ...volunteer.reasons,
          `${volunteer.capacityLeftPct} % of time left`,
        ].join(', ')}
      </span>
      <Button
        size="small"
        variant="tertiary"
        aria-label={`Ask ${volunteer.userRef}`}
        onPress={onNominate}
      >
        Ask
      </Button>
    </li>
  );
}

function VacancyItem(props: {
  vacancy: Vacancy;
  onNominate: (nomination: Nomination) => void;
}) {
  const { onNominate, vacancy } = props;
  const { components, reasons, scopeRef, since, suggestions, tier1 } = vacancy;
  const now = useNow();
  return (
    <li className={styles.vacancy}>
      <div className={panel.head}>
        <span className={panel.buttons}>
          <strong>
            <EntityRefLink entityRef={scopeRef} defaultKind="group" hideIcon />
          </strong>
          <LookTag look={vacancy.state} />
        </span>
        {suggestions && (
          <Button
            size="small"
            variant="secondary"
            aria-label={`Nominate for ${scopeRef}`}
            onPress={() => onNominate({ scopeRef })}
          >
            Nominate
          </Button>
        )}
      </div>
      <p className={panel.quiet}>
        {reasons.map(reason => SHORT_REASON_WORDS[reason]).join(', ')} for{' '}
        {formatAge(since, now)} · {formatCount(components, 'component')}
        {tier1 > 0 && `, ${tier1} tier-1`}
      </p>
      {suggestions && suggestions.length > 0 && (
        <ul className={panel.plain}>
          {suggestions.map(volunteer => (
            <Volunteer
              key={volunteer.userRef}
              volunteer={volunteer}
              onNominate={() =>
                onNominate({ scopeRef, userRef: volunteer.userRef })
              }
            />
          ))}
        </ul>
      )}
      {suggestions?.length === 0 && (
        <HatchedNote>nobody offered to help here</HatchedNote>
      )}
    </li>
  );
}

/** Where somebody is missing, and who offered to help. */
export function VacanciesCard() {
  const live = useVacancies();
  const [nomination, setNomination] = useState<Nomination>();
  const [isAll, setAll] = useState(false);
  return (
    <section className={panel.card} aria-labelledby="vacancies">
      <h2 id="vacancies">Vacancies and volunteers</h2>
      <p className={panel.sub}>
        Only people who offered to help, and why they fit; leads and captains
        see them
      </p>
      <LivePanel
        live={live}
        subject="Vacancies"
        height={240}
        forbidden={<ProgrammeForbidden what="the vacancies" />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <PanelEmpty title="No vacancy">
              Every team that needs a champion has one.
            </PanelEmpty>
          ) : (
            <>
              <ul className={panel.plain}>
                {(isAll ? items : items.slice(0, MOST_SHOWN)).map(vacancy => (
                  <VacancyItem
                    key={vacancy.scopeRef}
                    vacancy={vacancy}
                    onNominate={setNomination}
                  />
                ))}
              </ul>
              {!isAll && items.length > MOST_SHOWN && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => setAll(true)}
                >
                  Show all {items.length}
                </Button>
              )}
            </>
          )
        }
      </LivePanel>
      {nomination && (
        <NominateDialog
          {...nomination}
          onClose={() => setNomination(undefined)}
          onDone={live.reload}
        />
      )}
    </section>
  );
}
