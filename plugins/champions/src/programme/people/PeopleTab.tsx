import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { ProgrammePerson } from '@synchrony/backstage-plugin-champions-common';
import {
  LivePanel,
  PanelEmpty,
  PersonChip,
  SidePanelLayout,
} from '@synchrony/ui';
import { useRef } from 'react';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { ProgrammeTab } from '../ProgrammeTab';
import { usePeople } from '../useProgramme';
import { dayWords, roleInSentence, STATUS_WORDS } from '../../words';
import { PersonPanel } from './PersonPanel';
import styles from '../programme.module.css';

function Scopes(props: { person: ProgrammePerson }) {
  return (
    <ul className={styles.plain}>
      {props.person.scopes.map(({ role, scopeRef, status }) => (
        <li key={`${scopeRef} ${role}`}>
          <EntityRefLink entityRef={scopeRef} defaultKind="group" hideIcon />
          {role === 'deputy' && `, ${roleInSentence(role)}`}
          {status !== 'active' && ` (${STATUS_WORDS[status].toLowerCase()})`}
        </li>
      ))}
    </ul>
  );
}

function Row(props: {
  person: ProgrammePerson;
  isOpen: boolean;
  onOpen: () => void;
}) {
  const { isOpen, onOpen, person } = props;
  return (
    <tr>
      <th scope="row">
        <PersonChip entityRef={person.userRef} />
      </th>
      <td>{person.level}</td>
      <td className={styles.number}>{person.capacityPct} %</td>
      <td>
        <Scopes person={person} />
      </td>
      <td>{person.nextConfirmAt ? dayWords(person.nextConfirmAt) : '–'}</td>
      <td>
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isOpen}
          aria-label={`Training of ${person.userRef}`}
          onPress={onOpen}
        >
          Training
        </Button>
      </td>
    </tr>
  );
}

/** In the order of their names, which is the only order there is. */
function byName(people: ProgrammePerson[]): ProgrammePerson[] {
  return [...people].sort((a, b) => a.userRef.localeCompare(b.userRef));
}

/** Who is champion or deputy, for those who run the programme. */
export function PeopleTab() {
  const [params, setParams] = useAppSearchParams();
  const cursor = params.get('cursor') ?? undefined;
  const open = params.get('person') ?? undefined;
  const go = (next: { cursor?: string; person?: string }) =>
    setParams(
      {
        ...(next.cursor && { cursor: next.cursor }),
        ...(next.person && { person: next.person }),
      },
      { replace: true },
    );
  const content = useRef<HTMLDivElement>(null);
  const live = usePeople(cursor);
  return (
    <SidePanelLayout
      panel={
        open &&
        live.value?.items.some(({ userRef }) => userRef === open) && (
          <PersonPanel
            key={open}
            userRef={open}
            onChanged={live.reload}
            onClose={() => go({ cursor })}
            returnFocus={() =>
              content.current?.querySelector<HTMLElement>(
                '[aria-expanded="true"]',
              )
            }
          />
        )
      }
    >
      <ProgrammeTab>
        {() => (
          <section
            ref={content}
            className={styles.card}
            aria-labelledby="people"
          >
            <h2 id="people">Champions and deputies</h2>
            <p className={styles.sub}>
              By name. Only captains of the programme see this list; each person
              sees their own entry on their desk.
            </p>
            <LivePanel
              live={live}
              subject="People"
              height={320}
              forbidden={
                <ProgrammeForbidden
                  what="the people of the programme"
                  who="Only its captains do. Who is champion of a team stands on the page of the team."
                />
              }
            >
              {({ items, pageInfo }) =>
                items.length === 0 ? (
                  <PanelEmpty title="Nobody yet">
                    Nominate someone; who has accepted is listed here.
                  </PanelEmpty>
                ) : (
                  <>
                    <div className={styles.scroll}>
                      <table className={styles.table}>
                        <caption className={styles.hidden}>
                          Champions and deputies, by name
                        </caption>
                        <thead>
                          <tr>
                            <th scope="col">Person</th>
                            <th scope="col">Level</th>
                            <th scope="col" className={styles.number}>
                              Capacity
                            </th>
                            <th scope="col">For</th>
                            <th scope="col">Confirms next</th>
                            <th scope="col">
                              <span className={styles.hidden}>Training</span>
                            </th>
                          </tr>
                        </thead>
                        <tbody>
                          {byName(items).map(person => (
                            <Row
                              key={person.userRef}
                              person={person}
                              isOpen={person.userRef === open}
                              onOpen={() =>
                                go({ cursor, person: person.userRef })
                              }
                            />
                          ))}
                        </tbody>
                      </table>
                    </div>
                    <div className={styles.buttons}>
                      {cursor && (
                        <Button
                          size="small"
                          variant="secondary"
                          onPress={() => go({})}
                        >
                          First page
                        </Button>
                      )}
                      {pageInfo.nextCursor && (
                        <Button
                          size="small"
                          variant="secondary"
                          onPress={() => go({ cursor: pageInfo.nextCursor })}
                        >
                          Next page
                        </Button>
                      )}
                    </div>
                  </>
                )
              }
            </LivePanel>
          </section>
        )}
      </ProgrammeTab>
    </SidePanelLayout>
  );
}
