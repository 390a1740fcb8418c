import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Dialog,
  DialogBody,
  DialogHeader,
  Radio,
  RadioGroup,
  TextAreaField,
} from '@backstage/ui';
import {
  CHAMPION_ROLES,
  ChampionRole,
} from '@synchrony/backstage-plugin-champions-common';
import { CatalogPicker, useRequest } from '@synchrony/ui';
import { FormEvent, useState } from 'react';
import { championsApiRef, useProgrammeSettings } from '../../api';
import { ROLE_WORDS } from '../../words';
import styles from '../programme.module.css';

const SCOPE_KINDS = ['group', 'system', 'domain', 'component'];

/** Asks somebody to be champion; nothing is public until they accept. */
export function NominateDialog(props: {
  /** Who and for what, where it is known already. */
  userRef?: string;
  scopeRef?: string;
  onClose: () => void;
  onDone?: () => void;
}) {
  const { onClose, onDone } = props;
  const api = useApi(championsApiRef);
  const settings = useProgrammeSettings().value?.settings;
  const [userRef, setUserRef] = useState(props.userRef);
  const [scopeRef, setScopeRef] = useState(props.scopeRef);
  const [role, setRole] = useState<ChampionRole>('primary');
  const [specialisms, setSpecialisms] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { isBusy, problem, send } = useRequest();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (userRef && scopeRef && !isBusy) {
      send(async () => {
        await api.nominate({
          userRef,
          scopeRef,
          role,
          ...(reason.trim() && { reason: reason.trim() }),
          ...(specialisms.length > 0 && { specialisms }),
        });
        setAsked(true);
        onDone?.();
      });
    }
  };

  return (
    <Dialog isOpen width={560} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>Nominate someone</DialogHeader>
      <DialogBody>
        {isAsked ? (
          <div className={styles.form}>
            <p role="status" className={styles.line}>
              They have been asked. Nothing is public until they accept
              {settings && `, within ${settings.nominationDays} days`}.
            </p>
            <div className={styles.buttons}>
              <Button size="small" variant="primary" onPress={onClose}>
                Done
              </Button>
            </div>
          </div>
        ) : (
          <form
            className={styles.form}
            aria-label="Nominate someone"
            onSubmit={submit}
          >
            <p className={styles.line}>
              The person decides. Until they accept, only they, you, the lead of
              the team and the captains of the programme know of it. You can
              nominate yourself.
            </p>
            <CatalogPicker
              label="Who?"
              kinds={['user']}
              initial={props.userRef}
              onChange={setUserRef}
            />
            <CatalogPicker
              label="For what?"
              description="A team or platform, a system, a domain or one component"
              kinds={SCOPE_KINDS}
              initial={props.scopeRef}
              onChange={setScopeRef}
            />
            <RadioGroup
              label="As"
              orientation="horizontal"
              value={role}
              onChange={value =>
                setRole(
                  CHAMPION_ROLES.find(each => each === value) ?? 'primary',
                )
              }
            >
              {CHAMPION_ROLES.map(each => (
                <Radio key={each} value={each}>
                  {ROLE_WORDS[each]}
                </Radio>
              ))}
            </RadioGroup>
            {settings && settings.specialisms.length > 0 && (
              <CheckboxGroup
                label="Strong in (optional)"
                value={specialisms}
                onChange={setSpecialisms}
              >
                {settings.specialisms.map(({ id, title }) => (
                  <Checkbox key={id} value={id}>
                    {title}
                  </Checkbox>
                ))}
              </CheckboxGroup>
            )}
            <TextAreaField
              label="Why this person? (optional)"
              description="The person reads it"
              rows={2}
              maxLength={1000}
              value={reason}
              onChange={setReason}
            />
            {problem && (
              <p className={styles.problem} role="alert">
                Not asked: {problem.message}
              </p>
            )}
            <div className={styles.buttons}>
              <Button
                type="submit"
                size="small"
                variant="primary"
                isDisabled={!userRef || !scopeRef || isBusy}
              >
                Nominate
              </Button>
              <Button size="small" variant="tertiary" onPress={onClose}>
                Cancel
              </Button>
            </div>
          </form>
        )}
      </DialogBody>
    </Dialog>
  );
}
